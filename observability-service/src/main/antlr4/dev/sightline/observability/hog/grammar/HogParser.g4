parser grammar HogParser;

// Statements and expressions. Line ends mean nothing; alternatives of "expression" stand in order of precedence,
// the strongest first.

options {
    tokenVocab = HogLexer;
    superClass = ShallowParser;
}

@header {
// Generated from HogParser.g4.
}

program: declaration* EOF;

declaration: variable | statement;

variable: LET name ( ASSIGN expression )?;

statement
    : RETURN expression? SEMICOLON?                                                        # Return
    | THROW expression SEMICOLON?                                                          # Throw
    | TRY block handler* ( FINALLY finalizer = block )?                                    # Try
    | IF LPAREN expression RPAREN statement ( ELSE statement )?                            # If
    | WHILE LPAREN expression RPAREN statement SEMICOLON?                                  # While
    | FOR LPAREN LET name ( COMMA name )? IN expression RPAREN statement SEMICOLON?        # ForIn
    | FOR LPAREN start = step? SEMICOLON expression? SEMICOLON next = step? RPAREN statement SEMICOLON? # For
    | FUN name LPAREN names? RPAREN block                                                  # Function
    | expression ASSIGN expression SEMICOLON?                                              # Assign
    | { startsBlock() }? block                                                             # Scope
    | { !startsBlock() }? expression SEMICOLON?                                                                # Evaluate
    | SEMICOLON                                                                            # Nothing
    ;

step: variable | target = expression ASSIGN value = expression | expression;

handler: CATCH ( LPAREN name ( COLON name )? RPAREN )? block;

block: LBRACE declaration* RBRACE;

expression
    : lambda                                                                               # Closure
    | primary                                                                              # Simple
    | expression LPAREN arguments? RPAREN                                                  # Invoke
    | expression NULLISH_DOT? LBRACKET expression RBRACKET                                 # Index
    | expression ( DOT | NULLISH_DOT ) DECIMAL                                             # Element
    | expression ( DOT | NULLISH_DOT ) name                                                # Member
    | MINUS expression                                                                     # Negate
    | expression op = ( STAR | SLASH | PERCENT ) expression                                # Arithmetic
    | expression op = ( PLUS | MINUS | CONCAT ) expression                                 # Arithmetic
    | expression comparison expression                                                     # Compare
    | expression IS NOT? NULL                                                              # NullTest
    | expression NULLISH expression                                                        # Coalesce
    | expression NOT? BETWEEN expression AND expression                                    # Between
    | NOT expression                                                                       # Not
    | expression AND expression                                                            # And
    | expression OR expression                                                             # Or
    | <assoc = right> expression QUESTION expression COLON expression                      # Conditional
    | name                                                                                 # Reference
    ;

// The list of names takes in as many as it can: f(a, b -> c) passes one function of two parameters.
lambda: ( LPAREN names? RPAREN ARROW | names ARROW | LAMBDA names COLON ) body;

body: { !startsBlock() }? expression | { startsBlock() }? block;

comparison
    : EQUAL
    | NOT_EQUAL
    | LESS
    | LESS_EQUAL
    | GREATER
    | GREATER_EQUAL
    | REGEX
    | NOT_REGEX
    | IREGEX
    | NOT_IREGEX
    | NOT? IN COHORT?
    | NOT? LIKE
    | NOT? ILIKE
    ;

primary
    : literal                                                                              # Constant
    | template                                                                             # Text
    | CASE subject = expression? whenThen+ ( ELSE otherwise = expression )? END            # Case
    | INTERVAL expression UNIT                                                             # Interval
    | name LPAREN arguments? RPAREN                                                        # Call
    | LPAREN expression RPAREN                                                             # Group
    | LPAREN expression COMMA RPAREN                                                       # Tuple
    | LPAREN expression ( COMMA expression )+ COMMA? RPAREN                                # Tuple
    | LBRACKET arguments? RBRACKET                                                         # Array
    | LBRACE ( entry ( COMMA entry )* COMMA? )? RBRACE                                     # Object
    | LBRACE expression RBRACE                                                             # Placeholder
    ;

whenThen: WHEN expression THEN expression;

entry: expression COLON expression;

arguments: expression ( COMMA expression )* COMMA?;

names: name ( COMMA name )* COMMA?;

template: TEMPLATE part* TEMPLATE_CLOSE;

part: TEMPLATE_TEXT | LBRACE expression RBRACE;

literal
    : sign = ( PLUS | MINUS )? number
    | STRING
    | NULL
    ;

number
    : FLOATING
    | DECIMAL DOT DECIMAL?
    | DOT DECIMAL
    | DECIMAL
    | HEXADECIMAL
    | BINARY
    | INFINITY
    | NAN
    ;

name
    : NAME
    | QUOTED
    | RETURN
    | IF
    | ELSE
    | FOR
    | AND
    | OR
    | NOT
    | IN
    | LIKE
    | ILIKE
    | IS
    | BETWEEN
    | CASE
    | WHEN
    | THEN
    | END
    | INTERVAL
    | LAMBDA
    | COHORT
    | UNIT
    ;
