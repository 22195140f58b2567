#!/usr/bin/env python3
"""Runs the conditions of `orglint-dev cel-bench` in a CEL engine from PyPI, for comparison.

Usage: pip install common-expression-language   (or cel-expr-python)
       python3 Benchmarks/cel-neighbor.py [path of orglint-dev]

The first engine keeps its variables between evaluations and is measured warm, without their
conversion; the second converts what it reads at each evaluation. Either way the call from Python
is in the figure. Prints nanoseconds per evaluation, the median of five rounds, after the figure of
orglint-dev for the same condition.
"""

import re
import statistics
import subprocess
import sys
import time

COUNT = 1_000


def unit(number):
    return {
        "headcount": number * 7 % 31,
        "depth": number * 3 % 7,
        "kind": ["team", "group", "tribe"][number % 3],
        "retired": number % 5 == 0,
        "name": f"unit-{number}",
    }


def units():
    made = []
    for number in range(COUNT):
        whole = unit(number)
        if number % 4:
            whole["owner"] = unit(number * 13 % COUNT)
        whole["units"] = [unit((number * 8 + below) % COUNT) for below in range(8)]
        made.append({"unit": whole})
    return made


def engine():
    """Returns an engine's name, what compiles a condition, and what prepares the variables."""
    try:
        import cel

        return "common-expression-language", lambda text: cel.compile(text).execute, cel.Context
    except ImportError:
        from cel_expr_python import cel

        environment = cel.NewEnv(variables={"unit": cel.Type.DYN})

        def compile_condition(text):
            expression = environment.compile(text)
            return lambda values: expression.eval(data=values).value()

        return "cel-expr-python", compile_condition, lambda values: values


def main():
    tool = sys.argv[1] if len(sys.argv) > 1 else ".build/release/orglint-dev"
    lines = subprocess.run([tool, "cel-bench"], check=True, capture_output=True, text=True).stdout
    name, compile_condition, prepare = engine()
    contexts = [prepare(variables) for variables in units()]
    print(f"orglint ns  {name} ns  ratio  condition")
    for line in lines.splitlines():
        own, hits, condition = re.match(r"\s*(\d+) ns  (\d+) true  (.*)", line).groups()
        evaluate = compile_condition(condition)
        for context in contexts:
            evaluate(context)
        times = []
        for _ in range(5):
            start = time.perf_counter_ns()
            found = sum(1 for context in contexts if evaluate(context) is True)
            times.append((time.perf_counter_ns() - start) / COUNT)
        theirs = statistics.median(times)
        same = "" if found == int(hits) else f"  (found {found}, not {hits})"
        print(f"{own:>10}  {theirs:>10.0f}  {theirs / max(int(own), 1):>5.0f}  {condition}{same}")


if __name__ == "__main__":
    main()
