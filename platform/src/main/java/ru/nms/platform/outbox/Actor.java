package ru.nms.platform.outbox;

import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import reactor.util.context.Context;
import reactor.util.context.ContextView;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.CurrentCaller;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.RequestId;

/// Who makes a change, as the record of changes names them. It travels in the Reactor context, because it decides
/// nothing; who may do what is decided by the [Caller], which is an argument.
///
/// @param caller    subject of the token, or `system`
/// @param operation method and path pattern, or what the system does
/// @param requestId of the request, or of the job
public record Actor(String caller, String roles, @Nullable UUID organisationId, String operation, String requestId) {

    static final Actor SYSTEM = new Actor("system", "", null, "", "");

    /// Somebody whose file the system works on.
    public static Actor working(String caller, String on, UUID job) {
        return new Actor(caller, "", null, on, job.toString());
    }

    public Context in(Context context) {
        return context.put(Actor.class, this);
    }

    static Context of(ServerWebExchange exchange, Context context) {
        return context.put(Actor.class, exchange);
    }

    /// The pattern is known only once the operation is found, so a request is looked at when the change is written.
    static Actor from(ContextView context) {
        return switch (context.<Object>getOrDefault(Actor.class, SYSTEM)) {
            case Actor actor -> actor;
            case ServerWebExchange exchange -> of(exchange);
            case null, default -> SYSTEM;
        };
    }

    private static Actor of(ServerWebExchange exchange) {
        var caller = CurrentCaller.of(exchange);
        var operation = exchange.getRequest().getMethod() + " "
                + exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Actor(caller == null ? "nobody" : caller.subject(), caller == null ? "" : roles(caller),
                caller == null ? null : caller.organisationId(), operation, RequestId.of(exchange));
    }

    private static String roles(Caller caller) {
        return caller.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }
}
