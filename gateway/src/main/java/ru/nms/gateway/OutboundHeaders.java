package ru.nms.gateway;

import java.util.List;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

import ru.nms.platform.problem.RequestId;

/// What the services get to see: the request id, and no header by which a client could claim to be someone. The
/// services believe none of these headers anyway, they read the token themselves.
final class OutboundHeaders implements HttpHeadersFilter {

    private static final List<String> CLAIMS = List.of("x-user", "x-auth", "x-remote", "x-real-ip", "x-client", "x-role",
            "x-caller", "x-person", "x-organisation", "x-municipality", "x-principal", "x-forwarded", "x-original",
            "x-http-method", "x-method-override", "forwarded", "remote-user", "proxy", "cookie");

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        var passed = new HttpHeaders();
        headers.forEach((name, values) -> {
            if (!isClaim(name)) {
                passed.put(name, values);
            }
        });
        passed.set(RequestId.HEADER, RequestId.of(exchange));
        return passed;
    }

    private static boolean isClaim(String name) {
        for (var claim : CLAIMS) {
            if (name.regionMatches(true, 0, claim, 0, claim.length())) {
                return true;
            }
        }
        return false;
    }
}
