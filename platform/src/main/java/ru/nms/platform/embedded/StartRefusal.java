package ru.nms.platform.embedded;

/// Why the process does not start, in one sentence that tells a person what to do. No stack trace is worth showing.
public final class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefusal(String sentence) {
        super(sentence);
    }

    public StartRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
