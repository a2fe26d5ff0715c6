package ru.nms.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ports on 127.0.0.1.
public final class Ports {

    /// What was given out already: the system may offer a port again before its owner listens on it.
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// The wanted port if nobody listens on it, or any free one for 0.
    public static int claim(int wanted, String owner) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), wanted), 1);
            return GIVEN.add(socket.getLocalPort()) || wanted != 0 ? socket.getLocalPort() : claim(0, owner);
        } catch (IOException taken) {
            throw new StartRefusal("Port %d for %s is taken by another program; stop that program or choose another port."
                    .formatted(wanted, owner), taken);
        }
    }

    public static int free() {
        return claim(0, "any");
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
