package io.sluice.engine;

import java.time.Duration;

/**
 * How long the pool waits for what, and how often it looks; nobody but tests needs others.
 *
 * @param connect for a new connection
 * @param ping for the answer of a connection before it is lent
 * @param pingAfterIdle how long a connection may idle and still be lent without being asked
 * @param overflowIdle how long a connection beyond the pool's size may idle
 * @param look how often idle connections are looked at
 * @param destroy for a connection to be closed
 * @param close for connections on loan when the pool is closed
 */
record PoolTimes(
        Duration connect,
        Duration ping,
        Duration pingAfterIdle,
        Duration overflowIdle,
        Duration look,
        Duration destroy,
        Duration close) {

    static final PoolTimes DEFAULTS = new PoolTimes(
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    PoolTimes withPing(Duration limit, Duration afterIdle) {
        return new PoolTimes(connect, limit, afterIdle, overflowIdle, look, destroy, close);
    }

    PoolTimes withOverflow(Duration idle, Duration lookAgain) {
        return new PoolTimes(connect, ping, pingAfterIdle, idle, lookAgain, destroy, close);
    }

    PoolTimes withClose(Duration limit) {
        return new PoolTimes(connect, ping, pingAfterIdle, overflowIdle, look, destroy, limit);
    }
}
