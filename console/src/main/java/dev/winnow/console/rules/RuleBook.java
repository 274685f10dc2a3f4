package dev.winnow.console.rules;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.RuleChanges;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.function.Function;

/**
 * The rules in use, whose states can be changed. Programs use a change within seconds on one machine, within two minutes in a fleet. Calls
 * block; any thread.
 */
public interface RuleBook {
    /**
     * The rules in use.
     *
     * @param sources all sources, with the rules that are off
     */
    record InUse(List<RuleSource> sources, RuleStates states) {
        public InUse {
            sources = List.copyOf(sources);
        }
    }

    /** Rules with all that belongs to them. */
    record Release(List<RuleSource> sources, RuleStates states, NamedLists lists, LinkLists links) {
        public Release {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A version to which a rollback would return.
     *
     * @param version the version
     * @param changes what differs from the rules in use
     * @param unreadable sentences about nearer versions that cannot be read and are passed over
     */
    record Earlier(Version version, RuleChanges changes, List<String> unreadable) {}

    /**
     * Reads the rules in use.
     *
     * @throws IllegalStateException if there are none yet
     */
    InUse readInUse();

    /** Reads the rule files for a reader, the bundled ones by topic where they are known. */
    List<RuleSource> readFiles();

    /** Reads the rule files in use that are not of the bundled pack; none if there are no rules yet. */
    List<RuleSource> readOwn();

    /**
     * Puts these files in the place of the own files; states and lists stay.
     *
     * @param own the own files
     * @param admitted all sources that admission let pass, the bundled pack included
     * @return what is live now, for a reader
     * @throws IllegalStateException if rules cannot be published from here; says why
     */
    String replaceOwn(List<RuleSource> own, List<RuleSource> admitted);

    /**
     * Reads the lists that the rules in use may ask for.
     *
     * @throws IllegalStateException if there are no rules yet
     */
    NamedLists readLists();

    /**
     * Reads the lists that links are compared with.
     *
     * @throws IllegalStateException if there are no rules yet
     */
    LinkLists readLinkLists();

    /**
     * Reads the rules in use with their lists.
     *
     * @throws IllegalStateException if there are no rules yet
     */
    default Release readLive() {
        InUse inUse = readInUse();
        return new Release(inUse.sources(), inUse.states(), readLists(), readLinkLists());
    }

    /**
     * Reads a version that is or was live.
     *
     * @param name a part of its name; of several versions the latest is read
     * @throws IllegalStateException if there is none
     */
    Release readVersion(String name);

    /**
     * Changes the states.
     *
     * @throws IllegalStateException if there are no rules yet, or if they cannot be changed from here; says why
     */
    void changeStates(Function<InUse, RuleStates> change);

    /** Lists all changes of the live version, the latest first; empty where rules are files. */
    List<Activation> listActivations();

    /**
     * Finds an earlier version.
     *
     * @param name a part of its name; empty for the nearest earlier one that can be read
     * @throws IllegalStateException if there is none
     */
    Earlier findEarlier(String name);

    /** Makes an earlier version live again. */
    void activate(Version version);
}
