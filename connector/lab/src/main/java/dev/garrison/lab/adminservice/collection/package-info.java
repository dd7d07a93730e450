/** Device collections, their rules and their slow membership. */
@NullMarked
package dev.garrison.lab.adminservice.collection;

import org.jspecify.annotations.NullMarked;
