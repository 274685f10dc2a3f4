package dev.winnow.sqlite;

import java.sql.SQLException;

/** The exception for a file of a newer release, with tables that this release does not know. */
final class NewerSchemaException extends SQLException {
    private static final long serialVersionUID = 1L;

    NewerSchemaException(int found, int known) {
        super("the file has schema version " + found + " and this release knows versions up to " + known
                + ": start the newer release again, or use another data folder");
    }
}
