package io.sluice.processor;

import javax.lang.model.element.TypeElement;

/** Where what is written for a class stands, and what it is called. */
record Generated(TypeElement type, String packageName, String className, String constant) {

    static Generated of(TypeElement type, String suffix) {
        String packageName = Java.packageOf(type).getQualifiedName().toString();
        String qualified = type.getQualifiedName().toString();
        String inPackage = packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
        return new Generated(
                type, packageName, inPackage.replace('.', '_') + suffix, Java.constant(type.getSimpleName()));
    }

    String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }

    String ref() {
        return Java.ref(qualifiedName());
    }

    /** The table as code says it: {@code Book_.BOOK}. */
    String table() {
        return ref() + "." + constant;
    }
}
