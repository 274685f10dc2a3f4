/** The steps that every request passes through: ids, headers, authentication, body limits, and problem documents. */
@NullMarked
package dev.winnow.ingest.web;

import org.jspecify.annotations.NullMarked;
