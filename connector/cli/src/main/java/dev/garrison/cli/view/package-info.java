/**
 * Texts and parts of JSON answers that several commands share, such as plans, rings and problems.
 */
@NullMarked
package dev.garrison.cli.view;

import org.jspecify.annotations.NullMarked;
