lexer grammar HogLexer;

// Words are matched in any case; names keep theirs. Braces push and pop the default mode, so that an expression
// inside a template ends where its own brace does.

// Most words are keywords only in some places, and some brackets and signs mean one thing after an operand and another
// before one. TokenRoles tells which; the tokens declared here are the types it gives, so that the parser never has
// to look far ahead.

options {
    caseInsensitive = true;
    superClass = BalancedLexer;
}

tokens { CALL, INDEX, OBJECT, LAMBDA_PAREN, LAMBDA_NAME, PREFIX_MINUS, PREFIX_PLUS, PREFIX_NOT }

@header {
// Generated from HogLexer.g4.
}

LET: 'let';
RETURN: 'return';
THROW: 'throw';
TRY: 'try';
CATCH: 'catch';
FINALLY: 'finally';
IF: 'if';
ELSE: 'else';
WHILE: 'while';
FOR: 'for';
FUN: 'fun' | 'fn';
AND: 'and';
OR: 'or';
NOT: 'not';
IN: 'in';
LIKE: 'like';
ILIKE: 'ilike';
IS: 'is';
BETWEEN: 'between';
CASE: 'case';
WHEN: 'when';
THEN: 'then';
END: 'end';
INTERVAL: 'interval';
LAMBDA: 'lambda';
COHORT: 'cohort';
UNIT: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
NULL: 'null';
INFINITY: 'inf' | 'infinity';
NAN: 'nan';
RESERVED: 'except' | 'intersect' | 'materialized' | 'within';

TEMPLATE options { caseInsensitive = false; }: 'f\'' -> pushMode(IN_TEMPLATE);
WHOLE_TEMPLATE options { caseInsensitive = false; }: 'F\'';
STRING options { caseInsensitive = false; }: '\'' ( ~['\\] | '\'\'' | ESCAPE )* '\'';
QUOTED
    options { caseInsensitive = false; }: '`' ( ~[`\\] | '``' | ESCAPE )* '`'
    | '"' ( ~["\\] | '""' | ESCAPE )* '"'
    ;
fragment ESCAPE options { caseInsensitive = false; }: '\\' [bfrntav\\'0] | '\\x' HEX_DIGIT HEX_DIGIT;

FLOATING
    : DIGIT+ ( '.' DIGIT* )? EXPONENT
    | '.' DIGIT+ EXPONENT
    | '0x' HEX_DIGIT+ ( '.' HEX_DIGIT* )? 'p' [+-]? DIGIT+
    ;
HEXADECIMAL: '0x' HEX_DIGIT+;
BINARY: '0b' [01]+;
BAD_NUMBER: '0' [bo] DIGIT+;
DECIMAL: DIGIT+;
fragment EXPONENT: 'e' [+-]? DIGIT+;
fragment DIGIT: [0-9];
fragment HEX_DIGIT options { caseInsensitive = false; }: [0-9a-fA-F];

NAME options { caseInsensitive = false; }: [A-Za-z_$] [A-Za-z0-9_$]*;

ASSIGN: ':=';
CAST: '::';
COLON: ':';
ARROW: '->';
NULLISH: '??';
NULLISH_DOT: '?.';
QUESTION: '?';
EQUAL: '=' | '==';
NOT_EQUAL: '!=' | '<>';
LESS: '<';
LESS_EQUAL: '<=';
GREATER: '>';
GREATER_EQUAL: '>=';
REGEX: '~' | '=~';
NOT_REGEX: '!~';
IREGEX: '~*' | '=~*';
NOT_IREGEX: '!~*';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
CONCAT: '||';
DOT: '.';
COMMA: ',';
SEMICOLON: ';';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
LBRACE: '{' -> pushMode(DEFAULT_MODE);
RBRACE: '}' -> popMode;

LINE_COMMENT: ( '//' | '--' ) ~[\r\n]* -> skip;
HASH_COMMENT: '#' ( ~[0-9\r\n] ~[\r\n]* )? -> skip;
BLOCK_COMMENT: '/*' .*? '*/' -> skip;
SPACE: [\p{White_Space}\uFEFF]+ -> skip;
UNEXPECTED: .;

mode IN_TEMPLATE;

TEMPLATE_TEXT options { caseInsensitive = false; }: ( ~['\\{] | '\'\'' | '\\{' | ESCAPE )+;
TEMPLATE_OPEN: '{' -> pushMode(DEFAULT_MODE);
TEMPLATE_CLOSE: '\'' -> popMode;
TEMPLATE_UNEXPECTED: . -> type(UNEXPECTED);
