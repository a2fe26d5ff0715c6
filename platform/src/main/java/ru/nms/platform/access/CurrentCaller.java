package ru.nms.platform.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

import ru.nms.platform.problem.Refusal;

/// The caller of an exchange, for filters; handlers declare a parameter of type [Caller] instead.
public final class CurrentCaller {

    private static final String ATTRIBUTE = CurrentCaller.class.getName();

    private CurrentCaller() {}

    /// Nobody, when the request carried no token.
    public static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    static void put(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }

    public static Refusal missing() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "unauthenticated");
    }
}
