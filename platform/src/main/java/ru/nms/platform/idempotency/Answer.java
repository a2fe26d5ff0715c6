package ru.nms.platform.idempotency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;

import reactor.core.publisher.Mono;

/// What was answered: enough to answer it again.
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final List<String> KEPT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_LANGUAGE);

    static Answer of(ServerHttpResponse response, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (var name : KEPT) {
            var value = response.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        var status = response.getStatusCode();
        return new Answer(status == null ? HttpStatus.OK.value() : status.value(), headers, body);
    }

    boolean isRefusal() {
        return status >= HttpStatus.BAD_REQUEST.value();
    }

    Mono<Void> send(ServerHttpResponse response) {
        response.setRawStatusCode(status);
        headers.forEach(response.getHeaders()::set);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
