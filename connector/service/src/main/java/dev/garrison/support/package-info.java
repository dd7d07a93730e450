/**
 * Support bundles: facts about a service for a support engineer, with names replaced by pseudonyms.
 */
@NullMarked
package dev.garrison.support;

import org.jspecify.annotations.NullMarked;
