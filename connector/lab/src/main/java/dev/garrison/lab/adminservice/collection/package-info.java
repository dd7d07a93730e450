/** Device collections, their membership rules, and their delayed evaluation. */
@NullMarked
package dev.garrison.lab.adminservice.collection;

import org.jspecify.annotations.NullMarked;
