package ru.nms.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

import ru.nms.platform.embedded.StartRefusal;

/// The process behind `./nms up` and `./nms demo`.
public final class Standalone {

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var options = Options.parse(List.of(arguments), System.getenv(), Path.of(System.getProperty("nms.home", "")));
            Logs.of(options);
            var parts = new Parts(System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "close-all"));
            run(options, parts);
            Thread.currentThread().join();
        } catch (RuntimeException failure) {
            System.err.println("nms: " + Sentence.of(failure));
            System.exit(1);
        }
    }

    private static void run(Options options, Parts parts) {
        System.out.println("Starting …");
        var system = Start.of(options, parts);
        System.out.println(Addresses.of(system));
        if (options.demo()) {
            play(system);
        }
    }

    private static void play(RunningSystem system) {
        var demo = ServiceLoader.load(Demo.class).findFirst().orElseThrow(() -> new StartRefusal("There is no demo in this build."));
        var played = demo.play(system);
        if (system.options().exit()) {
            System.exit(played ? 0 : 1);
        }
    }
}
