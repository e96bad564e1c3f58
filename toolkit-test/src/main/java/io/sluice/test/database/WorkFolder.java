package io.sluice.test.database;

import java.nio.file.Path;

/** Where embedded servers are unpacked and kept for the next JVM: one folder for each user, since each may start as another. */
final class WorkFolder {

    private WorkFolder() {}

    static Path of(String product) {
        return Path.of(System.getProperty("java.io.tmpdir"), "sluice-test-" + System.getProperty("user.name"), product);
    }
}
