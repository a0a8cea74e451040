using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Turna.Design.Wording;
using Turna.Kernel;

namespace Turna.Design;

/// <summary>
/// The words of the screens in one language. The English text is the key; in a view the page (<c>Cases/Opening/Details</c>) is the
/// context, so that a page can word a text differently. A text without translation appears in English.
/// </summary>
public sealed class Texts(Catalogue catalogue, Language language) : IViewContextAware
{
    private string? context;

    public Language Language => language;

    /// <summary>The text, with <c>{0}</c>, <c>{1}</c>… filled in; dates, numbers and money are written as the language does.</summary>
    public string this[string text, params ReadOnlySpan<object?> arguments] =>
        Fill(catalogue.Find(language, context, text)?.Translations[0] ?? text, arguments);

    /// <summary>Why an act was refused.</summary>
    public string Why(Error error) => error switch
    {
        Error.Refused refused => this[refused.Text, [.. refused.Arguments]],
        Error.Invalid invalid => string.Join(' ', invalid.Fields.Select(Why)),
        _ => this["We could not find that, or you may not open it."],
    };

    /// <summary>What is wrong with a field.</summary>
    public string Why(FieldError error) => this[error.Text, [.. error.Arguments]];

    /// <summary>Marks a text as a key where it is stored to be translated later.</summary>
    public static string Key(string text) => text;

    /// <summary>The text in the form that the count takes; <c>{0}</c> is the count, <c>{1}</c>… what follows.</summary>
    public string Plural(long count, string one, string many, params ReadOnlySpan<object?> more)
    {
        var entry = catalogue.Find(language, context, one);
        var text = entry is { PluralId: not null } ? entry.Translations[language.PluralForm(count)]
            : Language.English.PluralForm(count) == 0 ? one : many;
        return Fill(text, [count, .. more]);
    }

    public string Date(DateOnly day) => language.Date(day);

    public string Date(PartialDate date) => language.Date(date);

    public string Moment(DateTime local) => language.Moment(local);

    public string Moments(DateTime first, DateTime last) => language.Moments(first, last);

    public string Number(decimal number) => language.Number(number);

    public string Money(Money money) => language.Money(money);

    public string Percent(decimal share, int decimals = 0) => language.Percent(share, decimals);

    /// <summary>The same words seen from another place.</summary>
    public Texts At(string place) => new(catalogue, language) { context = place };

    public void Contextualize(ViewContext viewContext) => context = Place(viewContext.ExecutingFilePath);

    internal static string? Place(string? view) => view?.Trim('/').Replace(".cshtml", string.Empty, StringComparison.Ordinal);

    private string Fill(string text, ReadOnlySpan<object?> arguments)
    {
        if (arguments.IsEmpty) return text;
        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var isPlaceholder = text[i] == '{' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1]) && text[i + 2] == '}';
            if (!isPlaceholder || text[i + 1] - '0' >= arguments.Length)
            {
                filled.Append(text[i]);
                continue;
            }

            filled.Append(language.Show(arguments[text[i + 1] - '0']));
            i += 2;
        }

        return filled.ToString();
    }
}
