using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Turna.Design.Binding;
using Turna.Design.Wording;

namespace Turna.Design;

public static class DesignSetup
{
    /// <summary>Texts, languages, binding of dates and sums, and an empty frame that the host replaces by its own <see cref="IFrameSource"/>.</summary>
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => Catalogue.BuiltIn());
        services.TryAddScoped<LanguageChoice>();
        services.TryAddTransient(at => at.GetRequiredService<Catalogue>().In(at.GetRequiredService<LanguageChoice>().Current));
        services.TryAddScoped<IFrameSource, NobodysFrame>();
        // Cyrillic as letters, not as &#x…; : a page is a third of the size. What has a meaning in HTML is encoded as ever.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new DateBinderProvider());
            options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
            // What a field needs is said by its use case in her language, not by the framework in English.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Word(options.ModelBindingMessageProvider);
            options.ModelMetadataDetailsProviders.Add(new UnreadableAnswers());
        });
        return services;
    }

    /// <summary>What the framework says about values it cannot read; keys like any other text, translated beside the field.</summary>
    private static void Word(DefaultModelBindingMessageProvider messages)
    {
        var missing = Texts.Key("This answer is needed.");
        UnreadableAnswers.Say(messages, Texts.Key("Check this answer: it cannot be read."));
        messages.SetValueMustBeANumberAccessor(_ => Texts.Key("Write a number in figures."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Texts.Key("Write a number in figures."));
        messages.SetValueMustNotBeNullAccessor(_ => missing);
        messages.SetMissingBindRequiredValueAccessor(_ => missing);
        messages.SetMissingKeyOrValueAccessor(() => missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => missing);
    }
}
