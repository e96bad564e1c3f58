package io.sluice.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Applies to every {@link Email} by itself. */
@Converter(autoApply = true)
public class EmailConverter implements AttributeConverter<Email, String> {
    @Override
    public String convertToDatabaseColumn(Email email) {
        return email.user() + "@" + email.host();
    }

    @Override
    public Email convertToEntityAttribute(String text) {
        int at = text.indexOf('@');
        return new Email(text.substring(0, at), text.substring(at + 1));
    }
}
