package ru.nms.platform.problem;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// The name of one request in answers, logs and audit rows. The caller may choose it; anything that does not look
/// like a plain id is replaced.
public final class RequestId {

    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestId() {}

    public static String of(ServerWebExchange exchange) {
        return (String) exchange.getAttributes().computeIfAbsent(ATTRIBUTE,
                key -> chosen(exchange.getRequest().getHeaders().getFirst(HEADER)));
    }

    private static String chosen(@Nullable String asked) {
        return asked != null && PLAIN.matcher(asked).matches() ? asked : fresh();
    }

    /// Need not be a secret, so it need not cost what a secret costs.
    private static String fresh() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
