using Turna.Design.Components;
using Turna.Design.Markup;

namespace Turna.PageTests.Design.Conformance;

/// <summary>How the options of GOV.UK's other templates are said with our components.</summary>
internal static class PageCases
{
    public static Component Button(Options o) => new Button(o.Words() ?? Content.Text(""))
    {
        BodyIsMarkup = o.Has("html"), Href = o.Word("href"), Type = o.Word("type") ?? "submit", Name = o.Word("name"), Value = o.Word("value"),
        Disabled = o.Flag("disabled") ?? false, PreventDoubleClick = o.Flag("preventDoubleClick"), IsStart = o.Flag("isStartButton") ?? false,
        Id = o.Word("id"), Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component BackLink(Options o) => new BackLink(o.Word("href") ?? "#")
    {
        Body = o.Words() ?? Content.Text("Back"), Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component Breadcrumbs(Options o) => new Breadcrumbs(
        [.. (o.List("items") ?? []).Select(item => new Crumb(item.Words() ?? Content.Text(""), item.Word("href")) { Attributes = item.Attributes() })])
    {
        CollapseOnMobile = o.Flag("collapseOnMobile") ?? false, LabelText = o.Text("labelText") ?? "Breadcrumb", Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component SkipLink(Options o) => new SkipLink(o.Words() ?? Content.Text(""))
    {
        Href = o.Word("href") ?? "#content", Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component ErrorSummary(Options o) => new ErrorSummary(o.Words("titleHtml", "titleText") ?? Content.Text(""),
        [.. (o.List("errorList") ?? []).Select(item => new SummaryError(item.Words() ?? Content.Text(""), item.Word("href")) { Attributes = item.Attributes() })])
    {
        Description = o.Words("descriptionHtml", "descriptionText"), DisableAutoFocus = o.Flag("disableAutoFocus"), Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component NotificationBanner(Options o) => new NotificationBanner
    {
        Success = o.Word("type") == "success", Title = o.Words("titleHtml", "titleText"), TitleId = o.Word("titleId"), TitleLevel = o.Number("titleHeadingLevel") ?? 2,
        Role = o.Word("role"), DisableAutoFocus = o.Flag("disableAutoFocus"), Text = o.Word("text"), Body = o.Words(text: "-"),
        Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component Panel(Options o) => new Panel(o.Words("titleHtml", "titleText") ?? Content.Text(""))
    {
        Level = o.Number("headingLevel") ?? 1, Body = o.Words(), Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component PhaseBanner(Options o)
    {
        var tag = o.Sub("tag");
        return new PhaseBanner(tag?.Words() ?? Content.Text(""), o.Words() ?? Content.Text(""))
        {
            TagClasses = tag?.Word("classes"), Classes = o.Word("classes"), Attributes = o.Attributes(),
        };
    }

    public static Component Tag(Options o) => TagOf(o);

    public static Component InsetText(Options o) => new InsetText(o.Words() ?? Content.Text(""))
    {
        Id = o.Word("id"), Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component WarningText(Options o) => new WarningText(o.Words() ?? Content.Text(""))
    {
        IconText = o.Word("iconFallbackText") ?? "Warning", Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component Details(Options o) => new Details(o.Words("summaryHtml", "summaryText")!, o.Words() ?? Content.Text(""))
    {
        Id = o.Word("id"), Open = o.Flag("open") ?? false, Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component ExitThisPage(Options o) => new ExitThisPage(o.Word("redirectUrl") ?? "https://www.bbc.co.uk/weather")
    {
        Body = o.Words(), Id = o.Word("id"), Classes = o.Word("classes"), Attributes = o.Attributes(),
        Texts = new ExitTexts(o.Word("activatedText"), o.Word("timedOutText"), o.Word("pressTwoMoreTimesText"), o.Word("pressOneMoreTimeText")),
    };

    public static Component Pagination(Options o) => new Pagination
    {
        Previous = StepOf(o.Sub("previous")), Next = StepOf(o.Sub("next")), LandmarkLabel = o.Word("landmarkLabel") ?? "Pagination",
        Classes = o.Word("classes"), Attributes = o.Attributes(),
        Items = o.List("items") is not { } items ? null : [.. items.Where(item => item.Has("number") || item.Has("ellipsis")).Select(NumberOf)],
    };

    public static Component TaskList(Options o) => new TaskList([.. (o.List("items") ?? []).Select(TaskOf)])
    {
        IdPrefix = o.Word("idPrefix") ?? "task-list", Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component Table(Options o) => new Table
    {
        Caption = o.Word("caption"), CaptionClasses = o.Word("captionClasses"), FirstCellIsHeader = o.Flag("firstCellIsHeader") ?? false,
        Head = o.List("head") is { } head ? [.. head.Select(CellOf)] : null,
        Rows = [.. (o.List("rows") ?? []).Select(row => (IReadOnlyList<Cell>)[.. row.Items().Select(CellOf)])],
        Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    public static Component SummaryList(Options o)
    {
        var card = o.Sub("card");
        var title = card?.Sub("title");
        var cardActions = card?.Sub("actions");
        return new SummaryList([.. (o.List("rows") ?? []).Select(RowOf)])
        {
            Classes = o.Word("classes"), Attributes = o.Attributes(),
            Card = card is null ? null : new SummaryCard
            {
                Title = title?.Words(), TitleClasses = title?.Word("classes"), Level = title?.Number("headingLevel") ?? 2,
                Actions = [.. (cardActions?.List("items") ?? []).Select(ActionOf)], ActionsClasses = cardActions?.Word("classes"),
                Classes = card.Word("classes"), Attributes = card.Attributes(),
            },
        };
    }

    public static Component Tabs(Options o) => new Tabs([.. (o.List("items") ?? []).Select(item =>
    {
        var panel = item.Sub("panel");
        return new Tab(item.Text("label")!, panel?.Words(text: "-"))
        {
            Id = item.Word("id"), Text = panel?.Word("text"), Attributes = item.Attributes(), PanelAttributes = panel?.Attributes(),
        };
    })])
    {
        Id = o.Word("id"), IdPrefix = o.Word("idPrefix"), Title = o.Text("title") ?? "Contents", Classes = o.Word("classes"), Attributes = o.Attributes(),
    };

    private static Tag TagOf(Options o) => new(o.Words() ?? Content.Text("")) { Classes = o.Word("classes"), Attributes = o.Attributes() };

    private static PageStep? StepOf(Options? o) => o?.Word("href") is { } href
        ? new PageStep(href) { Body = o.Words(), LabelText = o.Word("labelText"), Attributes = o.Attributes() }
        : null;

    private static PageNumber NumberOf(Options item) => item.Flag("ellipsis") == true ? PageNumber.Gap : new PageNumber(item.Text("number"), item.Text("href"))
    {
        IsCurrent = item.Flag("current") ?? false, Spoken = item.Text("visuallyHiddenText"), Attributes = item.Attributes(),
    };

    private static TaskItem TaskOf(Options item)
    {
        var (title, status) = (item.Sub("title"), item.Sub("status"));
        return new TaskItem(title?.Words() ?? Content.Text(""))
        {
            TitleClasses = title?.Word("classes"), Href = item.Word("href"), Hint = item.Sub("hint")?.Words(), Classes = item.Word("classes"),
            Tag = status?.Sub("tag") is { } tag ? TagOf(tag) : null, Status = status?.Words(), StatusClasses = status?.Word("classes"),
        };
    }

    private static Cell CellOf(Options cell) => new(cell.Words())
    {
        Format = cell.Word("format"), Classes = cell.Word("classes"), ColumnSpan = cell.Number("colspan"), RowSpan = cell.Number("rowspan"), Attributes = cell.Attributes(),
    };

    private static SummaryRow RowOf(Options row)
    {
        var (key, value, actions) = (row.Sub("key"), row.Sub("value"), row.Sub("actions"));
        var items = actions?.List("items");
        return new SummaryRow(key?.Words() ?? Content.Text(""), value?.Words())
        {
            KeyClasses = key?.Word("classes"), ValueClasses = value?.Word("classes"), Classes = row.Word("classes"),
            ActionsClasses = actions?.Word("classes"), Actions = items is null ? null : [.. items.Select(ActionOf)],
        };
    }

    private static RowAction ActionOf(Options action) => new(action.Text("href") ?? "", action.Words() ?? Content.Text(""))
    {
        Hidden = action.Word("visuallyHiddenText"), Classes = action.Word("classes"), Attributes = action.Attributes(),
    };
}
