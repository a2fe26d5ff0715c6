package ru.nms.standalone.identity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The running authorization server, on 127.0.0.1.
public final class IdentityProvider implements AutoCloseable {

    private final Identities identities;
    private final ConfigurableApplicationContext context;

    private IdentityProvider(Identities identities, ConfigurableApplicationContext context) {
        this.identities = identities;
        this.context = context;
    }

    /// Only the filters of Spring Security answer; Tomcat runs filters only in front of some servlet, hence the default one.
    public static IdentityProvider start(IdentitySettings settings) {
        var identities = Identities.in(settings.folder(), settings.demo() ? () -> "demo" : IdentityProvider::random);
        var context = new SpringApplicationBuilder(IdentityConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .initializers(fresh -> register(fresh, settings, identities))
                .properties(Map.of(
                        "spring.config.name", "identity",
                        "spring.main.banner-mode", "off",
                        "spring.main.log-startup-info", "false",
                        "server.address", "127.0.0.1",
                        "server.port", settings.port(),
                        "server.servlet.register-default-servlet", "true",
                        "server.tomcat.threads.max", "8",
                        "server.tomcat.threads.min-spare", "1",
                        "server.servlet.session.cookie.name", "NMS_IDENTITY"))
                .run();
        return new IdentityProvider(identities, context);
    }

    public Identities identities() {
        return identities;
    }

    @Override
    public void close() {
        context.close();
    }

    private static void register(ConfigurableApplicationContext context, IdentitySettings settings, Identities identities) {
        var beans = (GenericApplicationContext) context;
        beans.registerBean(IdentitySettings.class, () -> settings);
        beans.registerBean(Identities.class, () -> identities);
    }

    private static String random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
