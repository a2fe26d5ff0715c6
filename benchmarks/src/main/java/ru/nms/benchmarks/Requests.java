package ru.nms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// Requests as bytes, made once or cheaply.
final class Requests {

    private Requests() {}

    static byte[] get(String path, String token) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n\r\n").getBytes(UTF_8);
    }

    /// @param header one more
    static byte[] any(String method, String path, String token, String header, byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length + 1_200);
        bytes.writeBytes((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n" + header + (body.length == 0 ? "" : "\r\nContent-Type: application/json")
                + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static byte[] post(String path, String token, String key, byte[] body, String type) {
        var bytes = new ByteArrayOutputStream(body.length + 1_200);
        bytes.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// A form with a table, as an import takes it.
    static byte[] upload(String path, String token, String key, String kind, String table) {
        var mark = "nms-bench-form";
        var form = new StringBuilder();
        for (var field : new String[][] {{"kind", kind}, {"mode", "apply"}, {"atomic", "false"}}) {
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(mark, field[0], field[1]));
        }
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                .formatted(mark, kind)).append(table).append("\r\n--").append(mark).append("--\r\n");
        return post(path, token, key, form.toString().getBytes(UTF_8), "multipart/form-data; boundary=" + mark);
    }
}
