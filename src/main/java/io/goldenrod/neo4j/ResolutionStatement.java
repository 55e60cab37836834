package io.goldenrod.neo4j;

/** What resolving a batch asks of the graph, and does to it. */
enum ResolutionStatement implements Statement {
    CREATE_CUSTOMERS("resolution/create-customers"),
    CREATE_DECISIONS("resolution/create-decisions"),
    CREATE_IDENTIFIERS("resolution/create-identifiers"),
    CREATE_RECORDS("resolution/create-records"),
    CREATE_RESOLVED_RECORDS("resolution/create-resolved-records"),
    DELETE_RECORDS("resolution/delete-records"),
    DEPART_CUSTOMERS("resolution/depart-customers"),
    DETACH_RECORDS("resolution/detach-records"),
    FIND_IDENTIFIERS("resolution/find-identifiers"),
    FIND_ISSUED("resolution/find-issued"),
    FIND_STILL_SEEN("resolution/find-still-seen"),
    FREE_IDENTIFIERS("resolution/free-identifiers"),
    HOLD_LINKS("resolution/hold-links"),
    LIST_CUSTOMER_IDENTIFIERS("resolution/list-customer-identifiers"),
    LIST_CUSTOMER_RECORDS("resolution/list-customer-records"),
    LIST_FORMERS("resolution/list-formers"),
    LIST_HELD_LINKS("resolution/list-held-links"),
    LIST_IDENTIFIER_LINKS("resolution/list-identifier-links"),
    LIST_PINS("resolution/list-pins"),
    LIST_RECORD_IDENTIFIERS("resolution/list-record-identifiers"),
    LIST_RECORDS("resolution/list-records"),
    LOCK_CUSTOMERS("resolution/lock-customers"),
    LOCK_IDENTIFIERS("resolution/lock-identifiers"),
    LOCK_RECORDS("resolution/lock-records"),
    MERGE_CUSTOMERS("resolution/merge-customers"),
    MOVE_IDENTIFIERS("resolution/move-identifiers"),
    MOVE_RECORDS("resolution/move-records"),
    NOTE_SOURCES("resolution/note-sources"),
    OPEN_SEQUENCE("resolution/open-sequence"),
    PIN_RECORDS("resolution/pin-records"),
    RECOUNT_IDENTIFIERS("resolution/recount-identifiers"),
    REDIRECT_FORMERS("resolution/redirect-formers"),
    RELEASE_IDENTIFIERS("resolution/release-identifiers"),
    REMOVE_IDENTIFIERS("resolution/remove-identifiers"),
    REPLACE_RECORDS("resolution/replace-records"),
    RESERVE_DECISIONS("resolution/reserve-decisions"),
    RESERVE_RECORDS("resolution/reserve-records"),
    RESTORE_CUSTOMERS("resolution/restore-customers"),
    UPDATE_CUSTOMERS("resolution/update-customers"),
    UPDATE_IDENTIFIERS("resolution/update-identifiers");

    private final CypherFile file;

    ResolutionStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
