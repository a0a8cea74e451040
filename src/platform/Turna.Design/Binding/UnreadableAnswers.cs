using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Turna.Design.Binding;

/// <summary>What is said of an answer that cannot be read: by the kind of answer that was asked for, so that it says what to write instead.</summary>
internal sealed class UnreadableAnswers : IBindingMetadataProvider
{
    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        var isYear = context.PropertyAttributes?.OfType<AsksForAttribute>().Any(a => a.Day == AskedDay.Birth) ?? false;
        if (For(Nullable.GetUnderlyingType(context.Key.ModelType) ?? context.Key.ModelType, isYear) is not { } message) return;
        var messages = context.BindingMetadata.ModelBindingMessageProvider is { } general ? new DefaultModelBindingMessageProvider(general) : new DefaultModelBindingMessageProvider();
        Say(messages, message);
        context.BindingMetadata.ModelBindingMessageProvider = messages;
    }

    public static void Say(DefaultModelBindingMessageProvider messages, string message)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => message);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => message);
        messages.SetUnknownValueIsInvalidAccessor(_ => message);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => message);
        messages.SetValueIsInvalidAccessor(_ => message);
    }

    private static string? For(Type type, bool isYearOfBirth) => type switch
    {
        _ when type == typeof(int) && isYearOfBirth => Texts.Key("Write the year in four figures, like 1989."),
        _ when type == typeof(int) || type == typeof(long) => Texts.Key("Write a whole number in figures, like 15."),
        _ when type == typeof(TimeOnly) => Texts.Key("Write the time in hours and minutes, like 18:30."),
        _ when type.IsEnum || type == typeof(Guid) || type == typeof(bool) => Texts.Key("Choose one of the answers offered: what was sent is none of them."),
        _ => null,
    };
}
