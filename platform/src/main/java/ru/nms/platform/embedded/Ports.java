package ru.nms.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports on 127.0.0.1.
public final class Ports {

    /// Linux, macOS and Windows take the near ends of outgoing connections from above: a port that is claimed now and listened on later
    /// must not be such an end in between.
    private static final int FIRST = 15_000;
    private static final int PAST = 32_768;

    /// What was given out already and is perhaps not listened on yet.
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// The wanted port if nobody listens on it, or any free one for 0.
    public static int claim(int wanted, String owner) {
        if (wanted == 0) {
            return free();
        }
        try {
            bind(wanted);
            GIVEN.add(wanted);
            return wanted;
        } catch (IOException taken) {
            throw new StartRefusal("Port %d for %s is taken by another program; stop that program or choose another port."
                    .formatted(wanted, owner), taken);
        }
    }

    public static int free() {
        return free(1);
    }

    /// The first of so many free ports that follow each other.
    public static int free(int length) {
        return ThreadLocalRandom.current().ints(FIRST, PAST - length)
                .filter(first -> IntStream.range(first, first + length).allMatch(Ports::isFree))
                .peek(first -> IntStream.range(first, first + length).forEach(GIVEN::add))
                .findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        if (GIVEN.contains(port)) {
            return false;
        }
        try {
            bind(port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// Listens for a moment.
    private static void bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
