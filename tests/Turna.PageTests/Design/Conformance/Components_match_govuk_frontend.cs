using Turna.Design.Components;

namespace Turna.PageTests.Design.Conformance;

/// <summary>Every component against the fixtures of govuk-frontend: what GOV.UK's templates make of the same options.</summary>
public sealed class Components_match_govuk_frontend
{
    private static readonly Dictionary<string, Func<Options, Component>> Supported = new(StringComparer.Ordinal)
    {
        ["back-link"] = PageCases.BackLink, ["breadcrumbs"] = PageCases.Breadcrumbs, ["button"] = PageCases.Button,
        ["character-count"] = FieldCases.CharacterCount, ["checkboxes"] = FieldCases.Checkboxes, ["date-input"] = FieldCases.DateInput,
        ["details"] = PageCases.Details, ["error-message"] = FieldCases.ErrorMessage, ["error-summary"] = PageCases.ErrorSummary,
        ["exit-this-page"] = PageCases.ExitThisPage, ["fieldset"] = FieldCases.Fieldset, ["file-upload"] = FieldCases.FileUpload,
        ["hint"] = FieldCases.Hint, ["input"] = FieldCases.Input, ["inset-text"] = PageCases.InsetText, ["label"] = FieldCases.Label,
        ["notification-banner"] = PageCases.NotificationBanner, ["pagination"] = PageCases.Pagination, ["panel"] = PageCases.Panel,
        ["password-input"] = FieldCases.Password, ["phase-banner"] = PageCases.PhaseBanner, ["radios"] = FieldCases.Radios, ["select"] = FieldCases.Select,
        ["skip-link"] = PageCases.SkipLink, ["summary-list"] = PageCases.SummaryList, ["table"] = PageCases.Table, ["tabs"] = PageCases.Tabs,
        ["tag"] = PageCases.Tag, ["task-list"] = PageCases.TaskList, ["textarea"] = FieldCases.TextArea, ["warning-text"] = PageCases.WarningText,
    };

    /// <summary>Turna has a frame of its own; and its accordion is made of details, which need no script.</summary>
    private static readonly string[] NotBuilt = ["accordion", "cookie-banner", "feedback", "footer", "generic-header", "header", "language-navigation", "service-navigation"];

    /// <summary>Cases that need an option we do not offer.</summary>
    private static readonly Dictionary<string, string> NotSupported = new(StringComparer.Ordinal)
    {
        ["checkboxes: with falsy values"] = Gaps, ["radios: with falsy items"] = Gaps, ["task-list: with empty values"] = Gaps,
        ["date-input: with field value and items"] = "a part of the date carries its own value",
        ["select: without values with selected value"] = "an answer is known by its value, not by its text",
        ["file-upload: enhanced"] = OwnControl, ["file-upload: enhanced, custom wrapper classes and attributes"] = OwnControl,
        ["file-upload: enhanced, multiple files"] = OwnControl, ["file-upload: enhanced, with error message and hint"] = OwnControl,
        ["file-upload: translated"] = OwnControl,
        ["panel: interruption"] = Interruption, ["panel: interruption with custom classes"] = Interruption, ["panel: interruption, button link"] = Interruption,
        ["panel: interruption, no actions items"] = Interruption, ["panel: interruption, no actions"] = Interruption,
        ["panel: interruption, submit action"] = Interruption, ["panel: interruption, with actions classes and attributes"] = Interruption,
        ["panel: interruption-with-content-with-long-line-length"] = Interruption, ["panel: interruption-with-headings-content-and-lists"] = Interruption,
    };

    private const string Gaps = "a list of ours has no empty places that would count in the ids";

    private const string OwnControl = "the browser's own control is used, which speaks the browser's language";

    private const string Interruption = "a warning that interrupts is a page of its own";

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var component in Supported.Keys)
        {
            foreach (var (name, _, _) in Fixtures.Of(component)) cases.Add(component, name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Renders_what_the_template_renders(string component, string name)
    {
        var (_, options, html) = Fixtures.Of(component).First(fixture => fixture.Name == name);
        var unread = new HashSet<string>(StringComparer.Ordinal);
        string ours;
        try
        {
            ours = Normal.Of(Supported[component](new Options(options, unread)));
        }
        catch (EmptyCaseException)
        {
            ours = string.Empty;
        }

        if (NotSupported.ContainsKey($"{component}: {name}"))
        {
            ours.ShouldNotBe(Normal.Of(html), "it is supported after all: take it off the list");
            return;
        }

        ours.ShouldBe(Normal.Of(html), $"not read: {string.Join(", ", unread)}");
    }

    [Fact]
    public void No_template_of_the_package_is_overlooked() =>
        Fixtures.Components.ShouldBe(Supported.Keys.Concat(NotBuilt), ignoreOrder: true);

    [Fact]
    public void A_missing_class_or_attribute_is_noticed()
    {
        Normal.Of("<p class=\"b a\" id=\"x\">Hello\n  you</p>").ShouldBe(Normal.Of("<p id=\"x\" class=\"a b\"> Hello you </p>"));
        Normal.Of("<p class=\"a\">Hello</p>").ShouldNotBe(Normal.Of("<p>Hello</p>"));
        Normal.Of("<p id=\"x\">Hello</p>").ShouldNotBe(Normal.Of("<p id=\"y\">Hello</p>"));
    }
}
