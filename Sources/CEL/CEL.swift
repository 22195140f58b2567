// The Common Expression Language: lexer, parser, checker, planner, evaluator. Imports nothing.
