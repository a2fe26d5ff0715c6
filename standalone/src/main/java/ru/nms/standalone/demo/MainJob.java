package ru.nms.standalone.demo;

import java.io.PrintStream;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.standalone.Demo;
import ru.nms.standalone.RunningSystem;

/// The loop from end to end: people and organisations are registered, an instrument is made and taken in a campaign, deficits
/// opened, a route drawn up, agreed and approved, an event fulfils it, indicators move, the federal side pulls.
public final class MainJob implements Demo {

    @Override
    public boolean play(RunningSystem system) {
        PrintStream out = System.out;
        var steps = new Steps(out);
        var api = new Api(system.gateway(), system.issuer());
        var region = new GeneratedRegion(RegionProfiles.load(system.options().region()), system.options().people());
        try {
            var cast = new Loading(steps, api, region, system.identities()).play();
            new Diagnosis(steps, api, cast).play();
            new Growth(steps, api, cast).play();
            new Numbers(steps, api, region, cast).play();
            new Federation(steps, api).play();
            out.println("\nThe main job is done: every step did what it should.");
            return true;
        } catch (StepFailed e) {
            out.println("\nThe main job ended early: " + e.getMessage());
            return false;
        }
    }
}
