/**
 * F4A expressions: the part of PL/SQL that diagrams use in expressions, function bodies, scripts
 * and queries on dual. Every operator level is a flat list, so that the depth of the tree is the
 * nesting a text shows.
 */
grammar F4a;

options {
  caseInsensitive = true;
}

expressionUnit
  : expression SEMI* EOF
  ;

bodyUnit
  : (statement SEMI+)* statement SEMI* EOF
  ;

queryUnit
  : select (UNION ALL? select)* SEMI* EOF
  ;

select
  : SELECT column (COMMA column)* FROM (name DOT)? DUAL (WHERE expression)?
  ;

column
  : expression (AS? name)?
  ;

statements
  : (statement SEMI+)+
  ;

statement
  : name ASSIGN expression                                        # assignment
  | IF branch (ELSIF branch)* (ELSE statements)? END IF           # ifStatement
  | CASE selector = expression? caseBranch+ (ELSE statements)? END CASE # caseStatement
  | RETURN expression?                                            # returnStatement
  | (DECLARE declaration*)? BEGIN statements END name?            # block
  | NULL                                                          # nullStatement
  | RAISE qualifiedName                                           # raiseStatement
  | call                                                          # callStatement
  ;

branch
  : expression THEN statements
  ;

caseBranch
  : WHEN branch
  ;

declaration
  : name CONSTANT? typeName ((ASSIGN | DEFAULT) expression)? SEMI
  ;

typeName
  : TIMESTAMP precision? (WITH LOCAL? TIME ZONE)?                 # timestampType
  | INTERVAL DAY precision? TO SECOND precision?                  # daySecondType
  | INTERVAL YEAR precision? TO MONTH                             # yearMonthType
  | DATE                                                          # dateType
  | name (LPAREN NUMBER (COMMA NUMBER | name)? RPAREN)?           # namedType
  | qualifiedName PERCENT TYPE                                    # anchoredType
  ;

precision
  : LPAREN NUMBER RPAREN
  ;

expression
  : conjunction (OR conjunction)*
  ;

conjunction
  : negation (AND negation)*
  ;

negation
  : NOT* predicate
  ;

predicate
  : sum test?
  ;

test
  : comparison sum                                                # compare
  | IS NOT? NULL                                                  # isNull
  | NOT? LIKE sum (ESCAPE sum)?                                   # like
  | NOT? BETWEEN sum AND sum                                      # between
  | NOT? IN LPAREN expression (COMMA expression)* RPAREN          # in
  ;

comparison
  : EQ | NE | LT | LE | GT | GE
  ;

sum
  : product ((PLUS | MINUS | CONCAT) product)*
  ;

product
  : factor ((STAR | SLASH) factor)*
  ;

factor
  : (PLUS | MINUS)* primary
  ;

primary
  : NUMBER                                                        # number
  | STRING                                                        # string
  | DATE STRING                                                   # dateLiteral
  | TIMESTAMP STRING                                              # timestampLiteral
  | NULL                                                          # nullLiteral
  | TRUE                                                          # trueLiteral
  | FALSE                                                         # falseLiteral
  | BIND                                                          # bind
  | SUBSTITUTION                                                  # substitution
  | CASE selector = expression? whenThen+ (ELSE expression)? END  # caseExpression
  | LPAREN expression RPAREN                                      # parenthesis
  | JSON_VALUE LPAREN expression COMMA STRING (RETURNING typeName)? jsonClause* RPAREN # jsonValue
  | call                                                          # callExpression
  ;

whenThen
  : WHEN expression THEN expression
  ;

jsonClause
  : (NULL | ERROR) ON (ERROR | EMPTY)
  ;

call
  : qualifiedName (LPAREN (argument (COMMA argument)*)? RPAREN)?
  ;

argument
  : (name ARROW)? expression
  ;

qualifiedName
  : name (DOT name)*
  ;

name
  : ID
  | QUOTED_ID
  | DAY | DUAL | EMPTY | ERROR | ESCAPE | JSON_VALUE | LOCAL | MONTH | RETURNING
  | SECOND | TIME | TYPE | YEAR | ZONE
  ;

ALL: 'all';
AND: 'and';
AS: 'as';
BEGIN: 'begin';
BETWEEN: 'between';
CASE: 'case';
CONSTANT: 'constant';
DATE: 'date';
DAY: 'day';
DECLARE: 'declare';
DEFAULT: 'default';
DUAL: 'dual';
ELSE: 'else';
ELSIF: 'elsif';
EMPTY: 'empty';
END: 'end';
ERROR: 'error';
ESCAPE: 'escape';
FALSE: 'false';
FROM: 'from';
IF: 'if';
IN: 'in';
INTERVAL: 'interval';
IS: 'is';
JSON_VALUE: 'json_value';
LIKE: 'like';
LOCAL: 'local';
MONTH: 'month';
NOT: 'not';
NULL: 'null';
ON: 'on';
OR: 'or';
RAISE: 'raise';
RETURN: 'return';
RETURNING: 'returning';
SECOND: 'second';
SELECT: 'select';
THEN: 'then';
TIME: 'time';
TIMESTAMP: 'timestamp';
TO: 'to';
TRUE: 'true';
TYPE: 'type';
UNION: 'union';
WHEN: 'when';
WHERE: 'where';
WITH: 'with';
YEAR: 'year';
ZONE: 'zone';

ARROW: '=>';
ASSIGN: ':=';
COMMA: ',';
CONCAT: '||';
DOT: '.';
EQ: '=';
GE: '>=';
GT: '>';
LE: '<=';
LPAREN: '(';
LT: '<';
MINUS: '-';
NE: '<>' | '!=' | '^=' | '~=';
PERCENT: '%';
PLUS: '+';
RPAREN: ')';
SEMI: ';';
SLASH: '/';
STAR: '*';

BIND: ':F4A$' [A-Z0-9_:]+;
SUBSTITUTION: '&F4A$' [A-Z0-9_:\-]+ '.';

NUMBER: ([0-9]+ ('.' [0-9]*)? | '.' [0-9]+) ('e' [+\-]? [0-9]+)?;

STRING
  : '\'' (~'\'' | '\'\'')* '\''
  | 'q\'[' .*? ']\''
  | 'q\'{' .*? '}\''
  | 'q\'(' .*? ')\''
  | 'q\'<' .*? '>\''
  | 'q\'!' .*? '!\''
  | 'q\'|' .*? '|\''
  ;

ID: [A-Z] [A-Z0-9_$#]*;
QUOTED_ID: '"' ~["\r\n]+ '"';

SPACE: [ \t\r\n\u00a0]+ -> skip;
LINE_COMMENT: '--' ~[\r\n]* -> skip;
COMMENT: '/*' .*? '*/' -> skip;
