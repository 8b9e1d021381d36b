package flows4ee.persistence;

import flows4ee.oauth.key.SigningKeyRecord;
import flows4ee.oauth.key.SigningKeyRepository;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;

/** Signing keys in {@code oauth_keys}; changes take the lock of {@code oauth_installation}. */
public final class JpaSigningKeyRepository implements SigningKeyRepository {

  private final JpaTransactions transactions;

  public JpaSigningKeyRepository(JpaTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<SigningKeyRecord> findAll() {
    return transactions.run(JpaSigningKeyRepository::keys);
  }

  @Override
  public <T> T changeLocked(Function<KeyChange, T> work) {
    return transactions.run(
        em -> {
          em.createNativeQuery("select id from oauth_installation where id = 1 for update")
              .getSingleResult();
          return work.apply(new Change(em));
        });
  }

  private static List<SigningKeyRecord> keys(EntityManager em) {
    return em.createQuery(
            "select k from SigningKeyRecord k order by k.createdAt, k.kid", SigningKeyRecord.class)
        .getResultList();
  }

  private record Change(EntityManager em) implements KeyChange {

    @Override
    public List<SigningKeyRecord> keys() {
      em.flush();
      return JpaSigningKeyRepository.keys(em);
    }

    @Override
    public void add(SigningKeyRecord key) {
      em.persist(key);
    }

    @Override
    public void remove(SigningKeyRecord key) {
      em.remove(key);
    }
  }
}
