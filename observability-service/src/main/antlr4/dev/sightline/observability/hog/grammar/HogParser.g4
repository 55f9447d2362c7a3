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
    | block                                                                                # Scope
    | expression ( ASSIGN expression )? SEMICOLON?                                         # Evaluate
    | SEMICOLON                                                                            # Nothing
    ;

step: variable | expression ( ASSIGN expression )?;

handler: CATCH ( LPAREN name ( COLON name )? RPAREN )? block;

block: LBRACE declaration* RBRACE;

expression
    : primary                                                                              # Simple
    | expression CALL arguments? RPAREN                                                    # Invoke
    | expression NULLISH_DOT? INDEX expression RBRACKET                                    # Index
    | expression ( DOT | NULLISH_DOT ) DECIMAL                                             # Element
    | expression ( DOT | NULLISH_DOT ) name                                                # Member
    | PREFIX_MINUS expression                                                              # Negate
    | expression op = ( STAR | SLASH | PERCENT ) expression                                # Arithmetic
    | expression op = ( PLUS | MINUS | CONCAT ) expression                                 # Arithmetic
    | expression comparison expression                                                     # Compare
    | expression IS NOT? NULL                                                              # NullTest
    | expression NULLISH expression                                                        # Coalesce
    | expression NOT? BETWEEN expression AND expression                                    # Between
    | PREFIX_NOT expression                                                                # Not
    | expression AND expression                                                            # And
    | expression OR expression                                                             # Or
    | <assoc = right> expression QUESTION expression COLON expression                      # Conditional
    ;

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
    | parameters ( block | expression )                                                    # Closure
    | CASE subject = expression? whenThen+ ( ELSE otherwise = expression )? END            # Case
    | INTERVAL expression UNIT                                                             # Interval
    | name                                                                                 # Reference
    | LPAREN expression ( COMMA expression )* end = COMMA? RPAREN                          # Group
    | LBRACKET arguments? RBRACKET                                                         # Array
    | OBJECT ( entry ( COMMA entry )* COMMA? )? RBRACE                                     # Object
    ;

parameters
    : LAMBDA_PAREN names? RPAREN ARROW
    | LAMBDA_NAME ( COMMA name )* COMMA? ARROW
    | LAMBDA names COLON
    ;

whenThen: WHEN expression THEN expression;

entry: expression ( COLON expression )?;

arguments: expression ( COMMA expression )* COMMA?;

names: name ( COMMA name )* COMMA?;

template: TEMPLATE part* TEMPLATE_CLOSE;

part: TEMPLATE_TEXT | TEMPLATE_OPEN expression RBRACE;

literal
    : sign = ( PREFIX_PLUS | PREFIX_MINUS )? number
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

name: NAME | QUOTED;
