package ru.nms.platform.time;

/// The rest of a thread of our own between two attempts.
public final class Pause {

    private static final int MILLIS = 1_000;

    private Pause() {}

    /// @return whether to try again; not, when the thread was interrupted, which ends it
    public static boolean beforeTheNextAttempt() {
        try {
            Thread.sleep(MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
