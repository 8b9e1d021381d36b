package flows4ee.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.VariableValue;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F4A expressions have Oracle's meaning. */
class ExpressionTest {

  private static VariablesScope scope() {
    return new VariablesScope(5)
        .with("NAME", "King")
        .with("EMPTY", "")
        .with("AMOUNT", VariableValue.number(new BigDecimal("1200.50")))
        .with("HIRED", VariableValue.date(LocalDateTime.of(2024, 1, 31, 8, 0)))
        .with("SEEN", VariableValue.timestamp(ZonedDateTime.parse("2024-07-01T12:00:00+02:00")))
        .with("DOC", VariableValue.json("{\"a\":{\"b\":[1,\"two\",true,null]},\"x y\":2.50}"))
        .with("Gate:route", "F1:F2")
        .with("BUSINESS_REF", "ORDER-1");
  }

  static Stream<Arguments> literalsAndNames() {
    return Shown.table(
        """
        1 ==> 1
        .5 ==> 0.5
        1.50 ==> 1.5
        1e3 ==> 1000
        2.5E-1 ==> 0.25
        'it''s' ==> 'it's'
        q'[it's]' ==> 'it's'
        Q'{a}b}' ==> 'a}b'
        q'(x)' ==> 'x'
        q'<x>' ==> 'x'
        q'!x!' ==> 'x'
        q'|x|' ==> 'x'
        '' ==> NULL
        null ==> NULL
        TRUE ==> true
        False ==> false
        date '2024-02-03' ==> date 2024-02-03 00:00:00
        timestamp '2024-02-03 04:05:06.7 Europe/Paris' ==> timestamp 2024-02-03 04:05:06 Europe/Paris
        :F4A$name ==> 'King'
        :f4a$NAME ==> 'King'
        :F4A$EMPTY ==> NULL
        :F4A$MISSING ==> NULL
        :F4A$AMOUNT ==> 1200.5
        :F4A$HIRED ==> date 2024-01-31 08:00:00
        :F4A$Gate:route ==> 'F1:F2'
        :F4A$PROCESS_ID ==> 7
        :F4A$SUBFLOW_ID ==> 8
        :F4A$SCOPE ==> 5
        :F4A$STEP_KEY ==> 'AbCdEfGhIj'
        :F4A$PROCESS_PRIORITY ==> 3
        :F4A$LOOP_COUNTER ==> NULL
        'Dear &F4A$NAME.!' ==> 'Dear King!'
        '&F4A$name.' ==> 'King'
        '&f4a$NAME.' ==> '&f4a$NAME.'
        '&F4A$MISSING.' ==> '&F4A$MISSING.'
        '&F4A$EMPTY.' ==> NULL
        &F4A$AMOUNT. + 1 ==> 1201.5
        1 -- comment ==> 1
        1 /* comment */ + 1;; ==> 2
        'x'; ==> 'x'
        """);
  }

  static Stream<Arguments> operators() {
    return Shown.table(
        """
        1 + 2 * 3 ==> 7
        (1 + 2) * 3 ==> 9
        10 / 4 ==> 2.5
        1 / 3 ==> 0.3333333333333333333333333333333333333333
        -2 - -3 ==> 1
        +5 ==> 5
        - - 5 ==> 5
        '4' + 1 ==> 5
        null + 1 ==> NULL
        'a' || null || 'b' ==> 'ab'
        1 || 2 ==> '12'
        1 + 1 || 'x' ==> '2x'
        null || null ==> NULL
        'a' || 1 + 1 ==> fails
        10.5 * 4.0 ==> 42
        to_date('10-DEC-2020','DD-MON-YYYY') - 9 ==> date 2020-12-01 00:00:00
        :F4A$HIRED + 0.5 ==> date 2024-01-31 20:00:00
        1 + :F4A$HIRED ==> date 2024-02-01 08:00:00
        :F4A$HIRED - date '2024-01-30' ==> 1.333333333333333333333333333333333333333
        :F4A$HIRED + to_dsinterval('PT90M') ==> date 2024-01-31 09:30:00
        to_dsinterval('PT90M') + :F4A$HIRED ==> date 2024-01-31 09:30:00
        :F4A$HIRED - to_dsinterval('1 00:00:00') ==> date 2024-01-30 08:00:00
        date '2024-01-15' + to_yminterval('01-02') ==> date 2025-03-15 00:00:00
        date '2024-01-31' + to_yminterval('00-01') ==> fails
        :F4A$SEEN + to_dsinterval('PT1H') ==> timestamp 2024-07-01 13:00:00 +02:00
        :F4A$SEEN + to_yminterval('P1Y') ==> timestamp 2025-07-01 12:00:00 +02:00
        :F4A$SEEN + 1 ==> date 2024-07-02 12:00:00
        :F4A$SEEN - :F4A$HIRED ==> interval +000000152 02:00:00.000000000
        to_dsinterval('PT1H') * 2.5 ==> interval +000000000 02:30:00.000000000
        2 * to_dsinterval('PT1H') ==> interval +000000000 02:00:00.000000000
        to_dsinterval('PT1H') / 2 ==> interval +000000000 00:30:00.000000000
        -to_dsinterval('PT1H') ==> interval -000000000 01:00:00.000000000
        to_yminterval('01-00') / 2 ==> interval +00-06
        - to_yminterval('01-02') ==> interval -01-02
        to_yminterval('01-00') + to_yminterval('00-03') ==> interval +01-03
        to_dsinterval('PT1H') + to_dsinterval('PT1M') - to_dsinterval('PT2M') ==> interval +000000000 00:59:00.000000000
        to_dsinterval('PT1H') + to_yminterval('01-00') ==> fails
        date '2024-01-31' + date '2024-01-31' ==> fails
        date '9999-12-31' + 1 ==> fails
        date '2024-01-31' + 1e9 ==> fails
        1 / 0 ==> fails
        'x' + 1 ==> fails
        true + 1 ==> fails
        true || 'x' ==> fails
        - 'x' ==> fails
        """);
  }

  static Stream<Arguments> logic() {
    return Shown.table(
        """
        1 = 1 ==> true
        1 <> 1 ==> false
        1 != 2 ==> true
        1 ^= 1 ==> false
        2 >= 2 ==> true
        2 <= 1 ==> false
        2 > 1 ==> true
        'B' < 'a' ==> true
        '10' < '9' ==> true
        10 < '9' ==> false
        'x' < 1 ==> fails
        null = null ==> NULL
        '' = '' ==> NULL
        1 = null ==> NULL
        '' is null ==> true
        'a' is not null ==> true
        true and null ==> NULL
        false and null ==> false
        null and false ==> false
        true or null ==> true
        null or true ==> true
        false or null ==> NULL
        not null = 1 ==> NULL
        not true ==> false
        not not true ==> true
        not 1 = 2 and 1 = 1 ==> true
        1 = 2 or 3 = 3 and 4 = 5 ==> false
        1 = 1 or 1 / 0 = 1 ==> true
        (1 = 1) = true ==> true
        true > false ==> true
        1 and true ==> fails
        2 between 1 and 3 ==> true
        2 not between 1 and 3 ==> false
        2 between null and 1 ==> false
        2 between 1 and null ==> NULL
        2 not between 1 and null ==> NULL
        'b' between 'a' and 'c' ==> true
        2 in (1, 2) ==> true
        2 not in (1, 2) ==> false
        2 in (1, null) ==> NULL
        2 not in (1, 3) ==> true
        2 not in (1, null) ==> NULL
        'abc' like 'a%' ==> true
        'abc' like 'a_c' ==> true
        'abc' like 'a_' ==> false
        'abc' like '%b%' ==> true
        'abc' not like '%b%' ==> false
        'abc' like '%' ==> true
        'abc' like 'abc%%' ==> true
        'mississippi' like '%iss%ip%i' ==> true
        'a%c' like 'a\\%c' escape '\\' ==> true
        'abc' like 'a\\%c' escape '\\' ==> false
        'a\\c' like 'a\\\\c' escape '\\' ==> true
        'abc' like 'a\\bc' escape '\\' ==> fails
        'abc' like 'abc\\' escape '\\' ==> fails
        'abc' like 'abc' escape 'xy' ==> fails
        null like '%' ==> NULL
        'a' like null ==> NULL
        12 like '1%' ==> true
        :F4A$HIRED > date '2024-01-01' ==> true
        :F4A$HIRED = '2024-01-31 08:00:00' ==> true
        :F4A$HIRED between '2024-01-01' and '2024-02-01 00:00:00' ==> true
        :F4A$SEEN = timestamp '2024-07-01 10:00:00 UTC' ==> true
        :F4A$SEEN > :F4A$HIRED ==> true
        :F4A$SEEN > '2024-07-01 11:00:00 Europe/Paris' ==> true
        to_dsinterval('PT1H') > to_dsinterval('PT59M') ==> true
        to_yminterval('01-00') = to_yminterval('P12M') ==> true
        to_yminterval('01-00') = to_dsinterval('PT1H') ==> fails
        :F4A$HIRED = 1 ==> fails
        case when 1 = 2 then 'a' when null then 'b' else 'c' end ==> 'c'
        case 2 when 1 then 'a' when 2 then 'b' end ==> 'b'
        case null when null then 'a' else 'b' end ==> 'b'
        case when false then 1 end ==> NULL
        """);
  }

  static Stream<Arguments> textFunctions() {
    return Shown.table(
        """
        upper('aé') ==> 'AÉ'
        LOWER('AbC') ==> 'abc'
        upper(null) ==> NULL
        initcap('january is-initcap o''neil') ==> 'January Is-Initcap O'Neil'
        initcap(null) ==> NULL
        length('abc') ==> 3
        length('') ==> NULL
        substr('abcdef', 2) ==> 'bcdef'
        substr('abcdef', 2, 3) ==> 'bcd'
        substr('abcdef', 0, 2) ==> 'ab'
        substr('abcdef', -2) ==> 'ef'
        substr('abcdef', -9) ==> NULL
        substr('abcdef', 9) ==> NULL
        substr('abcdef', 2, 0) ==> NULL
        substr('abcdef', 2, 2147483647) ==> 'bcdef'
        substr(null, 1) ==> NULL
        substr('abc', null) ==> NULL
        substr('abc', 1e30) ==> fails
        instr('banana', 'an') ==> 2
        instr('banana', 'an', 3) ==> 4
        instr('banana', 'an', 1, 2) ==> 4
        instr('banana', 'an', 1, 3) ==> 0
        instr('banana', 'an', -1) ==> 4
        instr('banana', 'an', -1, 2) ==> 2
        instr('banana', 'an', 0) ==> 0
        instr('banana', 'an', 2) ==> 2
        instr('banana', 'an', -3) ==> 4
        instr('banana', 'an', -4) ==> 2
        instr('banana', 'b', -6) ==> 1
        instr('banana', 'b', -7) ==> 0
        instr('banana', 'b', -1, 2) ==> 0
        instr('banana', 'x') ==> 0
        instr('banana', null) ==> NULL
        instr('banana', 'a', 1, 0) ==> fails
        replace('banana', 'an', 'AN') ==> 'bANANa'
        replace('banana', 'an') ==> 'ba'
        replace('banana', null, 'x') ==> 'banana'
        replace('a', 'a') ==> NULL
        replace(rpad('a', 30000, 'a'), 'a', rpad('b', 30000, 'b')) ==> fails
        length(replace(rpad('a', 300, 'ab'), 'ab', 'xyz')) ==> 449
        trim('  x ') ==> 'x'
        trim('   ') ==> NULL
        trim(null) ==> NULL
        ltrim('xxaxx', 'x') ==> 'axx'
        rtrim('xxaxx', 'x') ==> 'xxa'
        ltrim('  a') ==> 'a'
        lpad('7', 3, '0') ==> '007'
        lpad('abc', 2) ==> 'ab'
        rpad('a', 4, 'xy') ==> 'axyx'
        rpad('a', 3) ==> 'a  '
        rpad('a', 1) ==> 'a'
        rpad('ab', 1) ==> 'a'
        rpad('a', 5, 'xy') ==> 'axyxy'
        rpad('a', 2000000) ==> fails
        rpad('a', 0) ==> NULL
        rpad('a', 3, null) ==> NULL
        to_clob('x') ==> 'x'
        upper() ==> fails
        upper('a', 'b') ==> fails
        upper(x => 'a') ==> fails
        nosuch('a') ==> fails
        """);
  }

  static Stream<Arguments> charactersBeyondTheBasicPlane() {
    return Shown.table(
        """
        length('a😀b') ==> 3
        substr('a😀b', 2, 1) ==> '😀'
        substr('a😀b', 3) ==> 'b'
        substr('a😀b', -2) ==> '😀b'
        substr('😀', 2) ==> NULL
        substr('😀', -2) ==> NULL
        instr('a😀b', 'b') ==> 3
        instr('😀a😀a', 'a', 3) ==> 4
        instr('😀a😀a', 'a', 1, 2) ==> 4
        instr('😀a😀a', 'a', -2) ==> 2
        instr('😀a😀a', '😀', -1, 2) ==> 1
        instr('😀', 'a', 2) ==> 0
        lpad('a', 3, '😀') ==> '😀😀a'
        rpad('😀', 4, 'x😁') ==> '😀x😁x'
        rpad('😀', 3, '😁x') ==> '😀😁x'
        lpad('😀😁', 1) ==> '😀'
        rpad('😀😁', 0) ==> NULL
        ltrim('😀a', '😁') ==> '😀a'
        rtrim('a😀😁', '😁') ==> 'a😀'
        rtrim('a😀😁', '😁😀') ==> 'a'
        initcap('𐐨𐐨 a') ==> '𐐀𐐨 A'
        'a😀b' like 'a_b' ==> true
        'a😀b' like 'a__b' ==> false
        '😀😁x' like '%😁_' ==> true
        'a%b' like 'a😀%b' escape '😀' ==> true
        'aXb' like 'a😀%b' escape '😀' ==> false
        """);
  }

  @Test
  void shouldMeasureLocalTextsInCharacters() {
    assertThat(Shown.body("declare t varchar2(2); begin t := '😀😁'; return t; end;", scope()))
        .isEqualTo("'😀😁'");
    assertThatThrownBy(
            () -> Shown.body("declare t varchar2(1); begin t := '😀😁'; return t; end;", scope()))
        .isInstanceOf(EvaluationException.class);
  }

  static Stream<Arguments> dateUnits() {
    return Shown.table(
        """
        trunc(date '2024-02-29', 'CC') ==> date 2001-01-01 00:00:00
        trunc(date '2000-12-31', 'scc') ==> date 1901-01-01 00:00:00
        trunc(date '2024-02-29', 'SYYYY') ==> date 2024-01-01 00:00:00
        trunc(date '2024-02-29', 'YYYY') ==> date 2024-01-01 00:00:00
        trunc(date '2024-02-29', 'SYEAR') ==> date 2024-01-01 00:00:00
        trunc(date '2024-02-29', 'YYY') ==> date 2024-01-01 00:00:00
        trunc(date '2024-02-29', 'YY') ==> date 2024-01-01 00:00:00
        trunc(date '2024-02-29', 'Y') ==> date 2024-01-01 00:00:00
        trunc(date '2024-02-29', 'IYYY') ==> date 2024-01-01 00:00:00
        trunc(date '2023-01-01', 'IYY') ==> date 2022-01-03 00:00:00
        trunc(date '2024-12-30', 'IY') ==> date 2024-12-30 00:00:00
        trunc(date '2025-06-30', 'I') ==> date 2024-12-30 00:00:00
        trunc(date '2024-08-31', 'Q') ==> date 2024-07-01 00:00:00
        trunc(date '2024-02-29', 'MONTH') ==> date 2024-02-01 00:00:00
        trunc(date '2024-02-29', 'MON') ==> date 2024-02-01 00:00:00
        trunc(date '2024-02-29', 'RM') ==> date 2024-02-01 00:00:00
        trunc(date '2025-02-27', 'WW') ==> date 2025-02-26 00:00:00
        trunc(date '2025-12-31', 'WW') ==> date 2025-12-31 00:00:00
        trunc(date '2024-02-28', 'W') ==> date 2024-02-22 00:00:00
        trunc(date '2024-02-29', 'W') ==> date 2024-02-29 00:00:00
        trunc(date '2024-02-25', 'IW') ==> date 2024-02-19 00:00:00
        trunc(date '2024-02-24', 'DAY') ==> date 2024-02-18 00:00:00
        trunc(date '2024-02-24', 'DY') ==> date 2024-02-18 00:00:00
        trunc(date '2024-02-24', 'd') ==> date 2024-02-18 00:00:00
        trunc(:F4A$HIRED, 'DDD') ==> date 2024-01-31 00:00:00
        trunc(:F4A$HIRED, 'DD') ==> date 2024-01-31 00:00:00
        trunc(:F4A$HIRED, 'J') ==> date 2024-01-31 00:00:00
        trunc(:F4A$HIRED + 5/1440, 'HH') ==> date 2024-01-31 08:00:00
        trunc(:F4A$HIRED + 5/1440, 'HH12') ==> date 2024-01-31 08:00:00
        round(date '1950-12-31', 'CC') ==> date 1901-01-01 00:00:00
        round(date '1951-01-01', 'CC') ==> date 2001-01-01 00:00:00
        round(date '2024-06-30', 'SYEAR') ==> date 2024-01-01 00:00:00
        round(date '2024-07-01', 'Y') ==> date 2025-01-01 00:00:00
        round(date '2024-06-30', 'IYYY') ==> date 2024-01-01 00:00:00
        round(date '2024-07-01', 'IYYY') ==> date 2024-12-30 00:00:00
        round(date '2024-12-31', 'IYYY') ==> date 2024-12-30 00:00:00
        round(date '2024-02-15', 'Q') ==> date 2024-01-01 00:00:00
        round(date '2024-02-16', 'Q') ==> date 2024-04-01 00:00:00
        round(date '2024-11-16', 'Q') ==> date 2025-01-01 00:00:00
        round(date '2024-02-15', 'MON') ==> date 2024-02-01 00:00:00
        round(date '2024-02-16', 'MON') ==> date 2024-03-01 00:00:00
        round(to_date('2025-01-04 11:59', 'YYYY-MM-DD HH24:MI'), 'WW') ==> date 2025-01-01 00:00:00
        round(to_date('2025-01-04 12:00', 'YYYY-MM-DD HH24:MI'), 'WW') ==> date 2025-01-08 00:00:00
        round(to_date('2024-02-22 11:59', 'YYYY-MM-DD HH24:MI'), 'IW') ==> date 2024-02-19 00:00:00
        round(to_date('2024-02-22 12:00', 'YYYY-MM-DD HH24:MI'), 'IW') ==> date 2024-02-26 00:00:00
        round(date '2024-02-28', 'W') ==> date 2024-02-29 00:00:00
        round(date '2024-02-24', 'W') ==> date 2024-02-22 00:00:00
        round(to_date('2024-02-21 11:59', 'YYYY-MM-DD HH24:MI'), 'DAY') ==> date 2024-02-18 00:00:00
        round(to_date('2024-02-21 12:00', 'YYYY-MM-DD HH24:MI'), 'DAY') ==> date 2024-02-25 00:00:00
        round(to_date('2024-12-31 12:00', 'YYYY-MM-DD HH24:MI'), 'DDD') ==> date 2025-01-01 00:00:00
        round(date '9999-07-01', 'YYYY') ==> fails
        round(date '9999-12-31', 'CC') ==> fails
        """);
  }

  static Stream<Arguments> numberFunctions() {
    return Shown.table(
        """
        abs(-3) ==> 3
        ceil(1.2) ==> 2
        floor(-1.2) ==> -2
        ceil(7) ==> 7
        sign(-0.5) ==> -1
        mod(7, 3) ==> 1
        mod(-7, 3) ==> -1
        mod(7, 0) ==> 7
        mod(null, 3) ==> NULL
        round(2.5) ==> 3
        round(-2.5) ==> -3
        round(2.345, 2) ==> 2.35
        round(1250, -2) ==> 1300
        round(1, -200) ==> 0
        round(1.5, 500) ==> 1.5
        round(null) ==> NULL
        trunc(2.99) ==> 2
        trunc(2.999, 2) ==> 2.99
        greatest(1, 3, 2) ==> 3
        least('b', 'a') ==> 'a'
        greatest(1, null) ==> NULL
        to_number('12.50') ==> 12.5
        to_number('1,234.5', '9,999.9') ==> 1234.5
        to_number('12-', '99MI') ==> -12
        to_number('$5', '$9') ==> 5
        to_number('abc') ==> fails
        to_number('abc', '999') ==> fails
        to_number(null) ==> NULL
        to_char(42) ==> '42'
        to_char(0.5) ==> '0.5'
        to_char(-1234.5, '9,999.99') ==> '-1,234.50'
        to_char(1234.5, '9,999.99') ==> ' 1,234.50'
        to_char(1234.5, 'FM9G999D99') ==> '1,234.5'
        to_char(5, 'FM000') ==> '005'
        to_char(5, '000') ==> ' 005'
        to_char(12345, '999') ==> '####'
        to_char(5, 'FM0,000') ==> '0,005'
        to_char(5, '9,999') ==> '     5'
        to_char(0.25, 'FM9.99') ==> '.25'
        to_char(0.25, 'FM0.00') ==> '0.25'
        to_char(-5, 'S99') ==> ' -5'
        to_char(5, 'FMS99') ==> '+5'
        to_char(5, 'FM99S') ==> '5+'
        to_char(-5, '99MI') ==> ' 5-'
        to_char(5, '99MI') ==> ' 5 '
        to_char(5, 'FM$99') ==> '$5'
        to_char(5, 'XX') ==> fails
        to_char(5, 'FM') ==> fails
        to_char('12', '99') ==> ' 12'
        """);
  }

  static Stream<Arguments> dateFunctions() {
    return Shown.table(
        """
        sysdate ==> date 2024-02-29 10:15:30
        current_date ==> date 2024-02-29 10:15:30
        systimestamp ==> timestamp 2024-02-29 10:15:30 +00:00
        current_timestamp() ==> timestamp 2024-02-29 10:15:30 +00:00
        to_char(systimestamp, 'FF3') ==> '123'
        to_char(sysdate, 'Month') ==> 'February '
        to_char(sysdate) ==> '2024-02-29 10:15:30'
        to_char(null, 'YYYY') ==> NULL
        to_char(sysdate, 'TZR') ==> fails
        to_char(sysdate, 'nonsense') ==> fails
        to_date(sysdate, 'YYYY-MM-DD HH24:MI:SS') ==> date 2024-02-29 10:15:30
        to_date('2024-01-02 03:04:05') ==> date 2024-01-02 03:04:05
        to_date(null) ==> NULL
        to_date('x', 'YYYY') ==> fails
        to_date('31-02-2024', 'DD-MM-YYYY') ==> fails
        to_timestamp('2024-01-02 03:04:05', 'YYYY-MM-DD HH24:MI:SS') ==> timestamp 2024-01-02 03:04:05 +00:00
        to_timestamp_tz('2024-01-02 03:04:05 europe/paris') ==> timestamp 2024-01-02 03:04:05 Europe/Paris
        to_timestamp_tz('2023-03-15 15:23:42 EUROPE/PARIS','YYYY-MM-DD HH24:MI:SS TZR') + to_dsinterval ('PT3H') ==> timestamp 2023-03-15 18:23:42 Europe/Paris
        to_dsinterval('000 12:00:00') ==> interval +000000000 12:00:00.000000000
        to_dsinterval('-1 00:00:00.5') ==> interval -000000001 00:00:00.500000000
        to_dsinterval('P1Y') ==> fails
        to_dsinterval('tomorrow') ==> fails
        to_dsinterval(null) ==> NULL
        to_yminterval('P1D') ==> fails
        to_yminterval('01-13') ==> fails
        to_yminterval(null) ==> NULL
        add_months(date '2024-01-31', 1) ==> date 2024-02-29 00:00:00
        add_months(date '2024-02-29', 12) ==> date 2025-02-28 00:00:00
        add_months(date '2024-02-29', 1) ==> date 2024-03-31 00:00:00
        add_months(date '2024-01-15', -1) ==> date 2023-12-15 00:00:00
        add_months(null, 1) ==> NULL
        add_months(date '2024-01-15', 1e6) ==> fails
        last_day(date '2024-02-05') ==> date 2024-02-29 00:00:00
        last_day(null) ==> NULL
        months_between(date '2024-03-31', date '2024-02-29') ==> 1
        months_between(date '2024-03-15', date '2024-01-15') ==> 2
        round(months_between(date '2024-03-16', date '2024-03-01'), 4) ==> 0.4839
        months_between(null, sysdate) ==> NULL
        trunc(sysdate) ==> date 2024-02-29 00:00:00
        trunc(systimestamp) ==> date 2024-02-29 00:00:00
        trunc(sysdate, 'MM') ==> date 2024-02-01 00:00:00
        trunc(sysdate, 'Q') ==> date 2024-01-01 00:00:00
        trunc(sysdate, 'year') ==> date 2024-01-01 00:00:00
        trunc(sysdate, 'IW') ==> date 2024-02-26 00:00:00
        trunc(sysdate, 'DAY') ==> date 2024-02-25 00:00:00
        trunc(sysdate, 'HH24') ==> date 2024-02-29 10:00:00
        trunc(sysdate, 'MI') ==> date 2024-02-29 10:15:00
        trunc(sysdate, 'x') ==> fails
        round(sysdate) ==> date 2024-02-29 00:00:00
        round(sysdate, 'HH') ==> date 2024-02-29 10:00:00
        round(sysdate, 'MI') ==> date 2024-02-29 10:16:00
        round(sysdate, 'MM') ==> date 2024-03-01 00:00:00
        round(date '2024-07-01', 'YYYY') ==> date 2025-01-01 00:00:00
        round(sysdate, 'x') ==> fails
        date '2024-13-01' ==> fails
        """);
  }

  static Stream<Arguments> otherFunctions() {
    return Shown.table(
        """
        nvl(null, 'x') ==> 'x'
        nvl('a', 'x') ==> 'a'
        nvl2(null, 1, 2) ==> 2
        nvl2('a', 1, 2) ==> 1
        nullif(1, 1) ==> NULL
        nullif(1, 2) ==> 1
        nullif(null, 2) ==> NULL
        coalesce(null, '', 'c', 1 / 0) ==> 'c'
        coalesce(null) ==> NULL
        decode(2, 1, 'a', 2, 'b', 'c') ==> 'b'
        decode(null, 1, 'a', null, 'b') ==> 'b'
        decode(9, 1, 'a', 'c') ==> 'c'
        decode(9, 1, 'a') ==> NULL
        decode(1, '01', 'a', '1', 'b') ==> 'b'
        decode('01', 1, 'a', 'b') ==> 'a'
        decode('x', 1, 'a', 'b') ==> fails
        decode(2, 1, 'a', 'x', 'b') ==> fails
        decode(1, 1, 'a', 'x', 'b') ==> 'a'
        decode('2024-01-31 00:00:00', date '2024-01-31', 'a', 'b') ==> 'a'
        decode(:F4A$SEEN, date '2024-07-01' + 0.5, 'a', 'b') ==> 'a'
        decode(1.0, null, 'a', '1', 'b') ==> 'b'
        decode(2, 1, 'a', 2, 5) ==> '5'
        decode(2, 1, 7, '05') ==> 5
        decode(2, 1, 7, 'x') ==> fails
        decode(2, 1, 7, null) ==> NULL
        decode(2, 1, null, 2, 5) ==> '5'
        decode(2, 1, date '2024-01-31', :F4A$SEEN) ==> date 2024-07-01 12:00:00
        decode(0, 1, 10 / 0, 0, 'x') ==> 'x'
        greatest('b', 3) ==> 'b'
        least('10', 9) ==> '10'
        greatest(9, '10') ==> 10
        greatest(9, 'x') ==> fails
        greatest('9', 10, '8') ==> '9'
        least(date '2024-01-31', '2024-01-30 00:00:00') ==> date 2024-01-30 00:00:00
        least(date '2024-01-31', 5) ==> fails
        greatest(date '2024-01-31', :F4A$SEEN) ==> date 2024-07-01 12:00:00
        greatest(null, 'x', 1) ==> NULL
        least('a', 1, null) ==> NULL
        json_value(:F4A$DOC, '$.a.b[0]') ==> '1'
        json_value(:F4A$DOC, '$.a.b[1]') ==> 'two'
        json_value(:F4A$DOC, '$.a.b[2]') ==> 'true'
        json_value(:F4A$DOC, '$.a.b[3]') ==> NULL
        json_value(:F4A$DOC, '$.a.b[9]') ==> NULL
        json_value(:F4A$DOC, '$."x y"' returning number) ==> 2.5
        json_value(:F4A$DOC, '$.a') ==> NULL
        json_value(:F4A$DOC, '$.q.z') ==> NULL
        json_value(:F4A$DOC, '$.a' error on error) ==> fails
        json_value(:F4A$DOC, '$.q' null on error null on empty) ==> NULL
        json_value('rubbish', '$.a') ==> NULL
        json_value('rubbish', '$.a' error on error) ==> fails
        json_value(null, '$.a') ==> NULL
        json_value(:F4A$DOC, '$.a[*]') ==> fails
        json_value(:F4A$DOC, 'a') ==> fails
        json_value(:F4A$DOC, '$.') ==> fails
        json_value(:F4A$DOC, '$."a') ==> fails
        json_value(:F4A$DOC, '$[12345678]') ==> fails
        length(dbms_random.string('A', 8)) ==> 8
        length(sys.dbms_random.string(opt=>'U',len=>8)) ==> 8
        length(dbms_random.string('p', 8)) ==> 8
        lower(dbms_random.string('l', 8)) = dbms_random.string('l', 8) ==> false
        dbms_random.string('X', 0) ==> NULL
        dbms_random.string('X', 5000) ==> fails
        dbms_random.string(len=>8) ==> fails
        dbms_random.value between 0 and 1 ==> true
        dbms_random.value(5, 6) between 5 and 6 ==> true
        dbms_random.value(5) ==> fails
        dbms_random.value(5, null) ==> NULL
        dbms_random.random is not null ==> true
        sys_context('USERENV', 'SESSION_USER') ==> 'FLOWS4APEX'
        sys_context('userenv', 'os_user') ==> NULL
        sys_context('apex$session', 'app_user') ==> NULL
        flow_globals.process_id ==> 7
        FLOW_GLOBALS.subflow_id ==> 8
        flow_globals.scope ==> 5
        flow_globals.step_key ==> 'AbCdEfGhIj'
        flow_globals.business_ref ==> 'ORDER-1'
        flow_globals.loop_counter ==> NULL
        flow_plsql_runner_pkg.get_current_prcs_id ==> 7
        flow_process_vars.get_var_vc2(pi_prcs_id => 7, pi_var_name => 'name', pi_scope => 5) ==> 'King'
        flow_process_vars.get_var_vc2(7, 'name') ==> NULL
        flow_process_vars.get_var_vc2(pi_prcs_id => 7, pi_sbfl_id => 8, pi_var_name => 'name') ==> 'King'
        flow_process_vars.get_var_num(7, 'name', 5) ==> NULL
        flow_process_vars.get_var_num(7, 'amount', 5) ==> 1200.5
        flow_process_vars.get_var_date(7, 'hired', 5) ==> date 2024-01-31 08:00:00
        flow_process_vars.get_var_vc2(7, 'nope', 5, true) ==> fails
        flow_process_vars.get_var_vc2(8, 'name') ==> fails
        flow_process_vars.get_var_vc2(pi_var_name => 'name') ==> fails
        flow_process_vars.get_var_vc2(7, null) ==> fails
        flow_process_vars.get_var_vc2(pi_prcs_id => 7, pi_sbfl_id => 9, pi_var_name => 'name') ==> fails
        flow_process_vars.get_business_ref(7, 5) ==> 'ORDER-1'
        flow_process_vars.set_var(7, 'x', 'y') ==> fails
        """);
  }

  static Stream<Arguments> notExpressions() {
    return Shown.table(
        """
        not really plsql ==> fails
        1 + ==> fails
        (1 ==> fails
        'open ==> fails
        1 2 ==> fails
        a ==> fails
        select 1 from dual ==> fails
        1; 2 ==> fails
        # ==> fails
        &f4a$AMOUNT. ==> fails
        &F4A$MISSING. ==> fails
        &F4A$NAME. = 'King' ==> fails
        1e400 ==> fails
        1e99 * 1e99 ==> fails
        1e-99 * 1e-99 ==> 0
        raise_application_error(-20001, 'x') ==> fails
        cast(1 as number) ==> fails
        to_dsinterval('PT1H') * 1e12 ==> fails
        to_yminterval('01-00') * 1e20 ==> fails
        """);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource({
    "literalsAndNames",
    "operators",
    "logic",
    "textFunctions",
    "charactersBeyondTheBasicPlane",
    "dateUnits",
    "numberFunctions",
    "dateFunctions",
    "otherFunctions",
    "notExpressions"
  })
  void shouldEvaluate(String text, String expected) {
    if (expected.equals("fails")) {
      assertThatThrownBy(() -> Shown.expression(text, scope()))
          .isInstanceOf(EvaluationException.class);
    } else {
      assertThat(Shown.expression(text, scope())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "TRUE", " false ", "'it''s'", "''", "-1.5e2"})
  void shouldReadSubstitutionsOutsideQuotesAsLiterals(String value) {
    assertThat(Shown.expression("&F4A$V.", new VariablesScope().with("V", value)))
        .isIn("NULL", "true", "false", "'it's'", "-150");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 or 1=1", "'a'||'b'", "'a' or 'b'", "sysdate", ":F4A$X", "1;", "'"})
  void shouldNeverReadSubstitutionsAsProgramText(String value) {
    assertThatThrownBy(() -> Shown.expression("&F4A$V. = 1", new VariablesScope().with("V", value)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageNotContaining(value);
  }
}
