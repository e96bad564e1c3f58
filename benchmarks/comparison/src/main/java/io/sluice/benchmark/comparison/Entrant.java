package io.sluice.benchmark.comparison;

/** A contender seen from outside: its name, and the class path that its forks start with. */
record Entrant(String name, ClassPath classPath) {}
