package ru.nms.platform;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/// Keeps reactor-netty off its epoll transport, before the first event loop is made. With netty 4.2.18 that transport
/// can miss a read when an answer was completed on another thread, which is what every answer out of the database
/// is: the next request on the connection then lies unread until the client gives up (seen twice in 40 000 answers
/// on a busy machine; never on the selector transport). `-Dreactor.netty.native=true` brings epoll back.
final class SelectorTransport implements ApplicationListener<ApplicationStartingEvent> {

    private static final String NATIVE = "reactor.netty.native";

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        if (System.getProperty(NATIVE) == null) {
            System.setProperty(NATIVE, "false");
        }
    }
}
