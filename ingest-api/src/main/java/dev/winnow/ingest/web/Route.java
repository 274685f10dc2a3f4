package dev.winnow.ingest.web;

import dev.winnow.tenant.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One row of the {@link RouteTable}: a method and a path, and the way in which the pipeline treats its requests.
 *
 * @param method the HTTP method; {@code GET} includes {@code HEAD}
 * @param path the path, with variables in braces
 * @param access the credential that a request needs
 * @param body the cap of the body
 * @param pool the pool of places that a request runs in
 * @param errors the form of an answer to a failure
 * @param media the media types of requests and answers
 */
record Route(String method, String path, Access access, Body body, Pool pool, Errors errors, Media media) {
    /** The credential that a request needs. */
    enum Access {
        /** No credential. */
        OPEN(null),
        /** A key with the scope {@code submit}. */
        SUBMIT(Scope.SUBMIT),
        /** A key with the scope {@code submit}, in the query string or in the header: some gateways cannot set the header. */
        SUBMIT_BY_QUERY(Scope.SUBMIT),
        /** A key with the scope {@code manage}. */
        MANAGE(Scope.MANAGE);

        private final @Nullable Scope scope;

        Access(@Nullable Scope scope) {
            this.scope = scope;
        }

        /** The scope that a key needs; null if the route needs no key. */
        @Nullable Scope scope() {
            return scope;
        }
    }

    /** The cap of the body. */
    enum Body {
        /** The cap for one message. */
        SINGLE,
        /** The cap for a batch of messages or reports. */
        BATCH,
        /** The cap for the longest message; a longer body is cut, because its sender cannot be told of a cap. */
        CUT
    }

    /** The pool of places that a request runs in. */
    enum Pool {
        /** No pool: the route is never throttled. */
        NONE,
        /** The pool of requests that submit or change data. */
        SUBMITTING,
        /** The pool of requests that read. */
        READING,
        /** The pool of requests that iOS sends without a key. */
        FILTERING
    }

    /** The form of an answer to a failure. */
    enum Errors {
        /** A problem document. */
        PROBLEM,
        /** 200 with the action {@code none}: iOS shows its filter extension only the body of an answer. */
        NO_ACTION
    }

    /** The media types of requests and answers. */
    enum Media {
        /** The types that the route declares. */
        DECLARED,
        /** JSON, without regard to the headers: these clients cannot be configured. */
        IGNORED
    }

    /** A route with a key, problem documents and its declared media types. */
    Route(String method, String path, Access access, Body body) {
        this(method, path, access, body, method.equals("POST") ? Pool.SUBMITTING : Pool.READING);
    }

    private Route(String method, String path, Access access, Body body, Pool pool) {
        this(method, path, access, body, pool, Errors.PROBLEM, Media.DECLARED);
    }

    /** A page that anyone may read without limit. */
    static Route ofPage(String path, Media media) {
        return new Route("GET", path, Access.OPEN, Body.SINGLE, Pool.NONE, Errors.PROBLEM, media);
    }

    /** A route that iOS calls. */
    static Route ofApple(String path, Errors errors) {
        return new Route("POST", path, Access.OPEN, Body.CUT, Pool.FILTERING, errors, Media.IGNORED);
    }

    /** The treatment of a request with a method that the path does not have, or of one for no known path. */
    Route withoutMethod(String other) {
        return new Route(other, path, access, Body.SINGLE, Pool.NONE);
    }
}
