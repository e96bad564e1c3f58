package io.sluice.engine;

/** How many connections there are: in all, in use, waiting to be used; and how many statements wait for one. */
public record PoolStatus(int size, int leased, int idle, int pending) {}
