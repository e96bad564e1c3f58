package io.sluice.test.database;

/** A library that users add if they want what it gives. */
record OptionalLibrary(String coordinates, String className) {

    void require() throws Source.Unavailable {
        if (!isPresent()) {
            throw new Source.Unavailable(
                    coordinates + " is not on the class path", "add " + coordinates + " to the test dependencies");
        }
    }

    private boolean isPresent() {
        try {
            Class.forName(className, false, OptionalLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
