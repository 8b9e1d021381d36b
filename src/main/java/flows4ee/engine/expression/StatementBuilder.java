package flows4ee.engine.expression;

import flows4ee.engine.expression.F4aParser.BranchContext;
import flows4ee.engine.expression.Statements.Branch;
import flows4ee.engine.expression.Statements.Raised;
import flows4ee.engine.expression.Statements.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds the statements of bodies and scripts from the parse tree. */
final class StatementBuilder extends F4aBaseVisitor<Statement> {

  private static final Statement NOTHING = new Statements.Sequence(List.of());
  private static final Map<String, Raised> EXCEPTIONS =
      Map.of(
          "FLOW_GLOBALS.THROW_BPMN_ERROR_EVENT", Raised.BPMN_ERROR,
          "FLOW_GLOBALS.REQUEST_STOP_ENGINE", Raised.STOP_ENGINE,
          "FLOW_PLSQL_RUNNER_PKG.E_PLSQL_SCRIPT_REQUESTED_STOP", Raised.STOP_ENGINE,
          "FLOW_PLSQL_RUNNER_PKG.E_PLSQL_SCRIPT_FAILED", Raised.SCRIPT_FAILED);

  private final LocalNames locals;
  private final ExpressionBuilder expressions;

  StatementBuilder(LocalNames locals) {
    this.locals = locals;
    this.expressions = new ExpressionBuilder(locals);
  }

  Statement build(ParserRuleContext context) {
    return context.accept(this);
  }

  @Override
  public Statement visitBodyUnit(F4aParser.BodyUnitContext context) {
    return sequence(context.statement());
  }

  @Override
  public Statement visitStatements(F4aParser.StatementsContext context) {
    return sequence(context.statement());
  }

  private Statement sequence(List<F4aParser.StatementContext> statements) {
    var built = new ArrayList<Statement>(statements.size());
    for (var statement : statements) {
      built.add(build(statement));
    }
    return new Statements.Sequence(built);
  }

  @Override
  public Statement visitAssignment(F4aParser.AssignmentContext context) {
    String name = context.name().getText();
    var declared =
        locals
            .find(name)
            .filter(found -> !found.isConstant())
            .orElseThrow(() -> new EvaluationException("nothing can be assigned to " + name));
    return new Statements.Assignment(
        declared.slot(), declared.type(), expressions.build(context.expression()));
  }

  @Override
  public Statement visitIfStatement(F4aParser.IfStatementContext context) {
    var branches = new ArrayList<Branch>();
    context.branch().forEach(each -> branches.add(branch(each)));
    var otherwise = context.statements() == null ? NOTHING : build(context.statements());
    return new Statements.Choice(null, branches, otherwise);
  }

  @Override
  public Statement visitCaseStatement(F4aParser.CaseStatementContext context) {
    var selector = context.selector == null ? null : expressions.build(context.selector);
    var branches = new ArrayList<Branch>();
    context.caseBranch().forEach(when -> branches.add(branch(when.branch())));
    var otherwise = context.statements() == null ? null : build(context.statements());
    return new Statements.Choice(selector, branches, otherwise);
  }

  private Branch branch(BranchContext context) {
    return new Branch(expressions.build(context.expression()), build(context.statements()));
  }

  @Override
  public Statement visitReturnStatement(F4aParser.ReturnStatementContext context) {
    return new Statements.Return(
        context.expression() == null
            ? Terms.Constant.NULL
            : expressions.build(context.expression()));
  }

  @Override
  public Statement visitBlock(F4aParser.BlockContext context) {
    locals.openBlock();
    var statements = new ArrayList<Statement>();
    context.declaration().forEach(declaration -> statements.add(build(declaration)));
    statements.add(build(context.statements()));
    locals.closeBlock();
    return new Statements.Sequence(statements);
  }

  @Override
  public Statement visitDeclaration(F4aParser.DeclarationContext context) {
    var type = ExpressionBuilder.type(context.typeName());
    var value =
        context.expression() == null
            ? Terms.Constant.NULL
            : expressions.build(context.expression());
    var declared = locals.declare(context.name().getText(), type, context.CONSTANT() != null);
    return new Statements.Assignment(declared.slot(), type, value);
  }

  @Override
  public Statement visitNullStatement(F4aParser.NullStatementContext context) {
    return NOTHING;
  }

  @Override
  public Statement visitRaiseStatement(F4aParser.RaiseStatementContext context) {
    var raised = EXCEPTIONS.get(LocalNames.normal(context.qualifiedName().getText()));
    if (raised == null) {
      throw new EvaluationException("the exception that is raised is not known");
    }
    return new Statements.Raise(raised);
  }

  @Override
  public Statement visitCallStatement(F4aParser.CallStatementContext context) {
    return new Statements.Procedure(expressions.build(context.call()));
  }
}
