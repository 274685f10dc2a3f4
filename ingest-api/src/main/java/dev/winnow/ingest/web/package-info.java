/** What every request passes through whatever its route: ids, headers, authentication, body limits, and problem documents. */
@NullMarked
package dev.winnow.ingest.web;

import org.jspecify.annotations.NullMarked;
