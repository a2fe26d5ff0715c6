package ru.nms.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/// One keep-alive HTTP/1.1 connection over a plain socket: the load generator shares two cores with what it measures, so
/// it does next to nothing.
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int bodyFrom;
    private int bodyTo;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException cause) {
            throw new Broken("No connection to port " + port, cause);
        }
    }

    /// @return the status
    int send(byte[] request) {
        try {
            out.write(request);
            return receive();
        } catch (IOException cause) {
            throw new Broken("The connection broke", cause);
        }
    }

    /// The body of the last answer.
    String body() {
        return new String(buffer, bodyFrom, bodyTo - bodyFrom, UTF_8);
    }

    int bodyLength() {
        return bodyTo - bodyFrom;
    }

    /// What stands at the end of the last body, where a page names the next one.
    String bodyEnd(int length) {
        int from = Math.max(bodyFrom, bodyTo - length);
        return new String(buffer, from, bodyTo - from, UTF_8);
    }

    private int receive() throws IOException {
        filled = 0;
        int headEnd = -1;
        int searched = 0;
        while (headEnd < 0) {
            fill();
            headEnd = endOfHead(searched);
            searched = Math.max(0, filled - 3);
        }
        var head = new String(buffer, 0, headEnd, ISO_8859_1);
        bodyFrom = headEnd + 4;
        if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked")) {
            readChunks();
        } else {
            bodyTo = bodyFrom + contentLength(head);
            need(bodyTo);
        }
        return Integer.parseInt(head, 9, 12, 10);
    }

    private int endOfHead(int from) {
        for (int i = from; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int contentLength(String head) {
        var lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("\r\ncontent-length:");
        if (at < 0) {
            return 0;
        }
        int end = lower.indexOf('\r', at + 2);
        return Integer.parseInt(lower.substring(at + 17, end < 0 ? lower.length() : end).strip());
    }

    /// Moves the chunks together, so that the body is one piece.
    private void readChunks() throws IOException {
        int read = bodyFrom;
        bodyTo = bodyFrom;
        while (true) {
            int line = lineEnd(read);
            int size = Integer.parseInt(new String(buffer, read, line - read, ISO_8859_1).split(";", 2)[0].strip(), 16);
            read = line + 2;
            need(read + size + 2);
            System.arraycopy(buffer, read, buffer, bodyTo, size);
            bodyTo += size;
            read += size + 2;
            if (size == 0) {
                return;
            }
        }
    }

    private int lineEnd(int from) throws IOException {
        for (int i = from; ; i++) {
            need(i + 2);
            if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                return i;
            }
        }
    }

    private void need(int upTo) throws IOException {
        while (filled < upTo) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The server closed the connection.");
        }
        filled += read;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException cause) {
            throw new Broken("The connection does not close", cause);
        }
    }
}
