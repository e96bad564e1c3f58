package io.sluice.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A lock on something that only those who ask for it know: one at a time has it. Programs that share it share its number, and
 * on PostgreSQL the number is the key of {@code pg_advisory_lock}.
 */
public record AdvisoryLock(long number) {

    /** The lock whose number is the beginning of its name's SHA-256. */
    public static AdvisoryLock named(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new AdvisoryLock(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, and this one has not", e);
        }
    }
}
