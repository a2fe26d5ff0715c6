package ru.nms.platform.http;

import java.util.Arrays;
import java.util.List;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import ru.nms.platform.access.Allowance;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.IdentitySettings;

/// What the API description cannot see by itself: which handler parameters are ours and not the caller's, the header
/// `If-Match`, who may call, where to sign in, and the problems of every operation.
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    private static final String SIGN_IN = "oidc";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IfMatch.class, OwnParameters.class);
    }

    /// Addresses are relative: the same document is read at the service and at the gateway.
    @Bean
    GlobalOpenApiCustomizer ourDocument(IdentitySettings identity) {
        return document -> {
            document.servers(List.of(new Server().url("/")));
            document.schemaRequirement(SIGN_IN, new SecurityScheme().type(SecurityScheme.Type.OPENIDCONNECT)
                    .openIdConnectUrl(identity.issuer() + "/.well-known/openid-configuration"));
            ProblemResponses.declare(document);
        };
    }

    @Bean
    GlobalOperationCustomizer ourOperations() {
        return (operation, handler) -> {
            if (takesIfMatch(handler)) {
                operation.addParametersItem(new HeaderParameter().name("If-Match").required(true)
                        .description("ETag, с которым объект был прочитан").schema(new StringSchema().example("\"7\"")));
            }
            Allowance.of(handler).ifPresent(allow -> {
                describeAccess(operation, allow);
                ProblemResponses.add(operation, allow, takesIfMatch(handler));
            });
            return operation;
        };
    }

    private static boolean takesIfMatch(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == IfMatch.class);
    }

    private static void describeAccess(Operation operation, Allowance allow) {
        operation.addExtension("x-roles", allow.words());
        if (!allow.everyone()) {
            operation.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
        }
    }
}
