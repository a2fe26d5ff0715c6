package ru.nms.platform.http;

import java.net.URI;

import org.springframework.http.ResponseEntity;

/// The answers that name a version. A GET whose `If-None-Match` names it too is answered 304 by WebFlux.
public final class Answers {

    private Answers() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(ETags.of(version)).body(body);
    }

    public static <T> ResponseEntity<T> created(String location, T body, long version) {
        return ResponseEntity.created(URI.create(location)).eTag(ETags.of(version)).body(body);
    }
}
