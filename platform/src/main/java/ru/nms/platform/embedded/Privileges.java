package ru.nms.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root, containers and build machines often are root. Three ways out, best first.
enum Privileges {

    /// An ordinary user needs nothing.
    USER(List.of()),
    /// A user namespace without a mapping: the server sees itself as "nobody", the kernel still as the owner of its files.
    NAMESPACE(List.of("unshare", "-U")),
    /// Where namespaces are forbidden (many container engines): the real user "nobody", who may still pass through
    /// folders of root on the way to its own (the security bit makes `access()` agree).
    NOBODY(List.of("setpriv", "--securebits=+no_setuid_fixup", "--reuid=65534", "--regid=65534", "--clear-groups",
            "--inh-caps=+dac_override", "--ambient-caps=+dac_override"));

    private static final int ROOT = 0;
    private static final int NOBODY_UID = 65534;

    private final List<String> prefix;

    Privileges(List<String> prefix) {
        this.prefix = prefix;
    }

    static Privileges best() {
        if (!root()) {
            return USER;
        }
        return NAMESPACE.usable() ? NAMESPACE : NOBODY;
    }

    boolean usable() {
        var probe = command(List.of("sh", "-c", "test $(id -u) != 0"));
        return Shell.succeeds(probe.toArray(String[]::new));
    }

    List<String> command(List<String> plain) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(plain);
        return whole;
    }

    /// A server checks that it owns its data, and the same folder may have been used in another way before.
    void own(Path folder) {
        switch (this) {
            case USER -> { }
            case NAMESPACE -> Folders.give(folder, ROOT);
            case NOBODY -> Folders.give(folder, NOBODY_UID);
        }
    }

    private static boolean root() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
        } catch (IOException noProcFolder) {
            return System.getProperty("user.name", "").equals("root");
        }
    }
}
