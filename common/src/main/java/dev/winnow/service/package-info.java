/** The assembly of a program that runs alone: its settings, and its ports opened on AWS or on one machine. */
@NullMarked
package dev.winnow.service;

import org.jspecify.annotations.NullMarked;
