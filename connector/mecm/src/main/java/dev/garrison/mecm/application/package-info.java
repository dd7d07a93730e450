/** Manages applications: reads, plans, creates, revises and deletes them on the site. */
@NullMarked
package dev.garrison.mecm.application;

import org.jspecify.annotations.NullMarked;
