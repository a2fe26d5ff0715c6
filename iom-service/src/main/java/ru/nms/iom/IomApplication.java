package ru.nms.iom;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

import ru.nms.platform.NmsService;
import ru.nms.platform.region.RegionConfiguration;

/// Individual educational routes.
@NmsService
@Import(RegionConfiguration.class)
public class IomApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(IomApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=iom")
                .run(args);
    }
}
