using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.PageTests.Design.Conformance;

/// <summary>How the options of GOV.UK's form templates are said with our components.</summary>
internal static class FieldCases
{
    public static Component Label(Options o) => LabelOf(o) ?? throw new EmptyCaseException();

    public static Component Hint(Options o) => HintOf(o)! with { Id = o.Word("id") };

    public static Component ErrorMessage(Options o) => ErrorOf(o)! with { Id = o.Word("id") };

    public static Component Fieldset(Options o) => FieldsetOf(o) with { Body = o.Words(text: "-"), Role = o.Word("role"), DescribedBy = o.Word("describedBy") };

    public static Component Input(Options o)
    {
        var group = o.Sub("formGroup");
        var wrapper = o.Sub("inputWrapper");
        return new TextInput
        {
            Name = o.Text("name")!, Id = o.Word("id"), Label = LabelOf(o.Sub("label")), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            DescribedBy = o.Word("describedBy"), GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInput")?.Words(), AfterInput = group?.Sub("afterInput")?.Words(),
            Type = o.Word("type") ?? "text", Value = o.Text("value"), Disabled = o.Flag("disabled") ?? false, Spellcheck = o.Flag("spellcheck"),
            Autocomplete = o.Text("autocomplete"), Autocapitalize = o.Text("autocapitalize"), Pattern = o.Text("pattern"), InputMode = o.Text("inputmode"),
            Prefix = AffixOf(o.Sub("prefix")), Suffix = AffixOf(o.Sub("suffix")), Classes = o.Word("classes"), Attributes = o.Attributes(),
            WrapperClasses = wrapper?.Word("classes"), WrapperAttributes = wrapper?.Attributes(),
        };
    }

    public static Component Password(Options o)
    {
        var group = o.Sub("formGroup");
        return new PasswordInput
        {
            Name = o.Text("name")!, Id = o.Word("id"), Label = LabelOf(o.Sub("label")), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            DescribedBy = o.Word("describedBy"), GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInput")?.Words(), AfterInput = group?.Sub("afterInput")?.Words(),
            Value = o.Text("value"), Disabled = o.Flag("disabled") ?? false, Autocomplete = o.Word("autocomplete") ?? "current-password",
            Classes = o.Word("classes"), Attributes = o.Attributes(), ButtonClasses = o.Sub("button")?.Word("classes"),
            Texts = new PasswordTexts(
                o.Word("showPasswordText"), o.Word("hidePasswordText"), o.Word("showPasswordAriaLabelText"), o.Word("hidePasswordAriaLabelText"),
                o.Word("passwordShownAnnouncementText"), o.Word("passwordHiddenAnnouncementText")),
        };
    }

    public static Component TextArea(Options o)
    {
        var group = o.Sub("formGroup");
        return new TextArea
        {
            Name = o.Text("name")!, Id = o.Word("id"), Label = LabelOf(o.Sub("label")), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            DescribedBy = o.Word("describedBy"), GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInput")?.Words(), AfterInput = group?.Sub("afterInput")?.Words(),
            Value = o.Text("value"), Rows = o.Number("rows") ?? 5, Disabled = o.Flag("disabled") ?? false, Spellcheck = o.Flag("spellcheck"),
            Autocomplete = o.Word("autocomplete"), Classes = o.Word("classes"), Attributes = o.Attributes(),
        };
    }

    public static Component CharacterCount(Options o)
    {
        var group = o.Sub("formGroup");
        return new CharacterCount
        {
            Name = o.Text("name")!, Id = o.Word("id"), Label = LabelOf(o.Sub("label")), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInput")?.Words(), AfterInput = group?.Sub("afterInput")?.Words(),
            Value = o.Text("value"), Rows = o.Number("rows") ?? 5, Spellcheck = o.Flag("spellcheck"),
            MaxLength = o.Number("maxlength"), MaxWords = o.Number("maxwords"), CountType = o.Word("countType"), Threshold = o.Number("threshold"),
            Description = o.Word("textareaDescriptionText"), MessageClasses = o.Sub("countMessage")?.Word("classes"),
            Classes = o.Word("classes"), Attributes = o.Attributes(), Translations = RunningTexts(o),
        };
    }

    public static Component FileUpload(Options o)
    {
        var group = o.Sub("formGroup");
        return new FileUpload
        {
            Name = o.Text("name")!, Id = o.Word("id"), Label = LabelOf(o.Sub("label")), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            DescribedBy = o.Word("describedBy"), GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInput")?.Words(), AfterInput = group?.Sub("afterInput")?.Words(),
            Disabled = o.Flag("disabled") ?? false, Multiple = o.Flag("multiple") ?? false, Classes = o.Word("classes"), Attributes = o.Attributes(),
        };
    }

    public static Component Select(Options o)
    {
        var group = o.Sub("formGroup");
        return new Select
        {
            Name = o.Text("name")!, Id = o.Word("id"), Label = LabelOf(o.Sub("label")), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            DescribedBy = o.Word("describedBy"), GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInput")?.Words(), AfterInput = group?.Sub("afterInput")?.Words(),
            Disabled = o.Flag("disabled") ?? false, Classes = o.Word("classes"), Attributes = o.Attributes(),
            Values = o.Word("value") is { } value ? [value] : [],
            Items = [.. (o.List("items") ?? []).Select(item => new Choice(item.Text("value"), Content.Text(item.Text("text") ?? ""))
            {
                Chosen = item.Flag("selected"), Disabled = item.Flag("disabled") ?? false, Attributes = item.Attributes(),
            })],
        };
    }

    public static Component Radios(Options o)
    {
        var group = o.Sub("formGroup");
        return new Radios
        {
            Name = o.Text("name")!, Id = o.Word("idPrefix"), Fieldset = o.IsSet("fieldset") ? FieldsetOf(o.Sub("fieldset")) : null,
            Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")), Values = o.Word("value") is { } value ? [value] : [],
            GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInputs")?.Words(), AfterInput = group?.Sub("afterInputs")?.Words(),
            Items = [.. (o.List("items") ?? []).Select(ChoiceOf)], Classes = o.Word("classes"), Attributes = o.Attributes(),
        };
    }

    public static Component Checkboxes(Options o)
    {
        var group = o.Sub("formGroup");
        return new Checkboxes
        {
            Name = o.Text("name")!, Id = o.Word("idPrefix"), Fieldset = o.IsSet("fieldset") ? FieldsetOf(o.Sub("fieldset")) : null,
            Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")), Values = o.Strings("values"), DescribedBy = o.Word("describedBy"),
            GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInputs")?.Words(), AfterInput = group?.Sub("afterInputs")?.Words(),
            Items = [.. (o.List("items") ?? []).Select(ChoiceOf)], Classes = o.Word("classes"), Attributes = o.Attributes(),
        };
    }

    public static Component DateInput(Options o)
    {
        var group = o.Sub("formGroup");
        var values = o.Sub("values");
        var prefix = o.Word("namePrefix") is { } given ? $"{given}-" : null;
        var (day, month, year) = (o.Sub("day"), o.Sub("month"), o.Sub("year"));
        var items = o.List("items") is { Count: > 0 } list ? list : null;
        return new DateInput
        {
            Name = "-", Id = o.Word("id"), Hint = HintOf(o.Sub("hint")), Error = ErrorOf(o.Sub("errorMessage")),
            Fieldset = o.IsSet("fieldset") ? FieldsetOf(o.Sub("fieldset")) : null, NamePrefix = prefix,
            GroupClasses = group?.Word("classes"), GroupAttributes = group?.Attributes(),
            BeforeInput = group?.Sub("beforeInputs")?.Words(), AfterInput = group?.Sub("afterInputs")?.Words(),
            Classes = o.Word("classes"), Attributes = o.Attributes(),
            Parts = items is null
                ? [.. new[] { Part(day, "day", 2), Part(month, "month", 2), Part(year, "year", 4) }.Where(part => o.Flag(part.Name) != false)]
                : [.. items.Select(item => Part(item, item.Text("name")!, item.Text("name") == "year" ? 4 : 2))],
        };

        DatePart Part(Options? part, string usual, int width)
        {
            var name = part?.Text("name") ?? usual;
            var classes = part?.Word("classes") ?? string.Empty;
            if (!classes.Contains("govuk-input--width-", StringComparison.Ordinal)) classes = $"govuk-input--width-{width} {classes}".Trim();
            return new DatePart(name, part?.Word("label") ?? char.ToUpperInvariant(name[0]) + name[1..])
            {
                Id = part?.Word("id"), Value = part?.Text("value") ?? values?.Text(prefix + name), Classes = classes,
                IsWrong = part?.Flag("error") ?? (classes.Contains("govuk-input--error", StringComparison.Ordinal) ? true : null),
                InputMode = part?.Word("inputmode") ?? "numeric", Autocomplete = part?.Text("autocomplete"), Pattern = part?.Text("pattern"),
                Attributes = part?.Attributes(),
            };
        }
    }

    private static Choice ChoiceOf(Options item)
    {
        if (item.Word("divider") is { } divider) return Choice.Divider(divider);
        var label = item.Sub("label");
        return new Choice(item.Text("value"), item.Words() ?? Content.Text(""))
        {
            Id = item.Word("id"), Name = item.Word("name"), Hint = HintOf(item.Sub("hint")), Chosen = item.Flag("checked"),
            Disabled = item.Flag("disabled") ?? false, Reveals = item.Sub("conditional")?.Words(), Exclusive = item.Word("behaviour") == "exclusive",
            LabelClasses = label?.Word("classes"), LabelAttributes = label?.Attributes(), Attributes = item.Attributes(),
        };
    }

    private static Label? LabelOf(Options? o) => o?.Words() is { } words
        ? new Label(words) { For = o.Word("for"), Classes = o.Word("classes"), Attributes = o.Attributes(), IsPageHeading = o.Flag("isPageHeading") ?? false }
        : null;

    private static Hint? HintOf(Options? o) => o?.Words() is { } words ? new Hint(words) { Classes = o.Word("classes"), Attributes = o.Attributes() } : null;

    private static ErrorMessage? ErrorOf(Options? o)
    {
        if (o?.Words() is not { } words) return null;
        var prefix = o.Flag("visuallyHiddenText") == false ? "" : o.Text("visuallyHiddenText") ?? "Error";
        return new ErrorMessage(words) { Classes = o.Word("classes"), Attributes = o.Attributes(), Prefix = prefix };
    }

    private static Fieldset FieldsetOf(Options? o)
    {
        var legend = o?.Sub("legend");
        return new Fieldset
        {
            Legend = legend?.Words(), LegendClasses = legend?.Word("classes"), IsPageHeading = legend?.Flag("isPageHeading") ?? false,
            DescribedBy = o?.Word("describedBy"), Classes = o?.Word("classes"), Attributes = o?.Attributes(),
        };
    }

    private static Affix? AffixOf(Options? o) => o?.Words() is { } words ? new Affix(words) { Classes = o.Word("classes"), Attributes = o.Attributes() } : null;

    private static Attributes RunningTexts(Options o)
    {
        var texts = new Attributes();
        foreach (var (option, key) in new[]
        {
            ("charactersUnderLimitText", "characters-under-limit"), ("charactersAtLimitText", "characters-at-limit"), ("charactersOverLimitText", "characters-over-limit"),
            ("wordsUnderLimitText", "words-under-limit"), ("wordsAtLimitText", "words-at-limit"), ("wordsOverLimitText", "words-over-limit"),
        })
        {
            if (o.Sub(option) is { } forms)
            {
                foreach (var form in new[] { "other", "one" })
                {
                    if (forms.Word(form) is { } text) texts.Add($"data-i18n.{key}.{form}", text);
                }
            }
            else if (o.Word(option) is { } text)
            {
                texts.Add($"data-i18n.{key}", text);
            }
        }

        return texts;
    }
}

/// <summary>The template renders nothing, and so would a component that is not made at all.</summary>
internal sealed class EmptyCaseException : Exception;
