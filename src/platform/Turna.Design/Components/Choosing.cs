using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>One of the answers offered. The text is shown as it is: translate it where it is made.</summary>
public sealed record Choice(string? Value, Content Text)
{
    public string? Id { get; init; }

    /// <summary>A name of its own, for checkboxes that bind to different properties.</summary>
    public string? Name { get; init; }

    public Hint? Hint { get; init; }

    /// <summary>True or false overrides what the value of the field says.</summary>
    public bool? Chosen { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Shown when this answer is chosen.</summary>
    public Content? Reveals { get; init; }

    /// <summary>This answer excludes all others ("none of these").</summary>
    public bool Exclusive { get; init; }

    /// <summary>Instead of an answer, a word between answers ("or").</summary>
    public bool IsDivider { get; init; }

    public string? LabelClasses { get; init; }

    public Attributes? LabelAttributes { get; init; }

    public Attributes? Attributes { get; init; }

    public static Choice Divider(string word) => new(null, Content.Text(word)) { IsDivider = true };
}

/// <summary>A list that drops down. Prefer radios for fewer than seven answers.</summary>
public sealed record Select : Field
{
    public IReadOnlyList<Choice> Items { get; init; } = [];

    public IReadOnlyCollection<string> Values { get; init; } = [];

    public bool Multiple { get; init; }

    public bool Disabled { get; init; }

    public override IHtmlContent Render()
    {
        var select = new Element("select").Class("govuk-select").Class(Classes).Class("govuk-select--error", Error is not null)
            .Attr("id", FieldId).Attr("name", Name).Flag("multiple", Multiple).Flag("disabled", Disabled)
            .Attr("aria-describedby", Descriptions()).With(Attributes);
        foreach (var item in Items)
        {
            var chosen = item.Chosen ?? (item.Value is { } value && Values.Contains(value));
            select.Add(new Element("option").Attr("value", item.Value).Flag("selected", chosen).Flag("disabled", item.Disabled)
                .With(item.Attributes).Add(item.Text));
        }

        return Group().Add(LabelHintAndError()).Add(BeforeInput).Add(select).Add(AfterInput);
    }
}

/// <summary>Radios and checkboxes share all but a few attributes.</summary>
public abstract record ChoiceList : Field
{
    public IReadOnlyList<Choice> Items { get; init; } = [];

    public IReadOnlyCollection<string> Values { get; init; } = [];

    public Fieldset? Fieldset { get; init; }

    protected abstract string Block { get; }

    protected abstract string InputType { get; }

    /// <summary>What describes each single control when there is no fieldset to carry the description.</summary>
    protected virtual string? ItemDescription() => null;

    public override IHtmlContent Render()
    {
        var list = new Element("div").Class($"govuk-{Block}").Class(Classes).With(Attributes).Attr("data-module", $"govuk-{Block}").Add(BeforeInput);
        for (var i = 0; i < Items.Count; i++) list.Add(Item(Items[i], i + 1));
        list.Add(AfterInput);
        var body = Content.Join(HintAndError(), list);
        if (Fieldset is null) return Group().Add(body);
        return Group().Add(Fieldset with { DescribedBy = Descriptions(Fieldset.DescribedBy), Body = body });
    }

    private IHtmlContent Item(Choice item, int number)
    {
        if (item.IsDivider) return new Element("div").Class($"govuk-{Block}__divider").Add(item.Text);
        var id = item.Id ?? (number > 1 ? $"{FieldId}-{number}" : FieldId);
        var chosen = item.Chosen ?? (item.Value is { } value && Values.Contains(value));
        var hint = item.Hint is null ? null : item.Hint with { Id = $"{id}-item-hint", Classes = $"govuk-{Block}__hint {item.Hint.Classes}".TrimEnd() };
        var describedBy = $"{ItemDescription()} {hint?.Id}".Trim();
        var input = new Element("input").Class($"govuk-{Block}__input").Attr("id", id).Attr("name", item.Name ?? Name)
            .Attr("type", InputType).Attr("value", item.Value ?? string.Empty).Flag("checked", chosen).Flag("disabled", item.Disabled)
            .Attr("data-aria-controls", item.Reveals is null ? null : $"conditional-{id}")
            .Attr("data-behaviour", item.Exclusive ? "exclusive" : null)
            .Attr("aria-describedby", describedBy.Length == 0 ? null : describedBy).With(item.Attributes);
        var label = new Label(item.Text) { For = id, Classes = $"govuk-{Block}__label {item.LabelClasses}".TrimEnd(), Attributes = item.LabelAttributes };
        var row = new Element("div").Class($"govuk-{Block}__item").Add(input).Add(label).Add(hint);
        if (item.Reveals is null) return row;
        return Content.Join(row, new Element("div").Class($"govuk-{Block}__conditional").Class($"govuk-{Block}__conditional--hidden", !chosen)
            .Attr("id", $"conditional-{id}").Add(item.Reveals));
    }
}

/// <summary>One answer of several.</summary>
public sealed record Radios : ChoiceList
{
    protected override string Block => "radios";

    protected override string InputType => "radio";
}

/// <summary>Any number of answers.</summary>
public sealed record Checkboxes : ChoiceList
{
    protected override string Block => "checkboxes";

    protected override string InputType => "checkbox";

    protected override string? ItemDescription() => Fieldset is null ? Descriptions() : null;
}

/// <summary>One of the three parts of a date.</summary>
public sealed record DatePart(string Name, string Label)
{
    public string? Value { get; init; }

    public string? Classes { get; init; }

    public bool? IsWrong { get; init; }

    public string? Id { get; init; }

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public string InputMode { get; init; } = "numeric";

    public Attributes? Attributes { get; init; }
}

/// <summary>A date that people know by heart, in three fields.</summary>
public sealed record DateInput : Field
{
    public required IReadOnlyList<DatePart> Parts { get; init; }

    /// <summary>Put before the name of each part.</summary>
    public string? NamePrefix { get; init; }

    public Fieldset? Fieldset { get; init; }

    public override IHtmlContent Render()
    {
        var dates = new Element("div").Class("govuk-date-input").Class(Classes).With(Attributes).Attr("id", Id).Add(BeforeInput);
        var someWrong = Parts.Any(part => part.IsWrong == true);
        foreach (var part in Parts) dates.Add(new Element("div").Class("govuk-date-input__item").Add(Part(part, someWrong)));
        dates.Add(AfterInput);
        var body = Content.Join(HintAndError(), dates);
        if (Fieldset is null) return Group().Add(body);
        return Group().Add(Fieldset with { Role = "group", DescribedBy = Descriptions(Fieldset.DescribedBy), Body = body });
    }

    private TextInput Part(DatePart part, bool someWrong)
    {
        var wrong = part.IsWrong == true || (part.IsWrong is null && Error is not null && !someWrong);
        return new TextInput
        {
            Name = $"{NamePrefix}{part.Name}",
            Id = part.Id ?? $"{Id}-{part.Name}",
            Label = new Label(Content.Text(part.Label)) { Classes = "govuk-date-input__label" },
            Classes = $"govuk-date-input__input{(wrong ? " govuk-input--error" : "")} {part.Classes}".TrimEnd(),
            Value = part.Value, InputMode = part.InputMode, Autocomplete = part.Autocomplete, Pattern = part.Pattern, Attributes = part.Attributes,
        };
    }
}
