using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using Turna.Kernel;

namespace Turna.Design.Gallery;

/// <summary>Every component on one page, to look at and to copy from. Answers only in development.</summary>
[OpenToAll("Shows components without any record; absent outside of development.")]
public sealed class GalleryModel(IHostEnvironment environment, Texts texts) : PageModel
{
    public enum Channel
    {
        None,
        Phone,
        Visit,
        Messenger,
    }

    [BindProperty]
    public Sample Input { get; set; } = new();

    /// <summary>Answers that come from reference data, already in the language of the reader.</summary>
    public IReadOnlyList<Components.Choice> Countries { get; } =
    [
        new("RU", Markup.Content.Text("Россия")), new("KZ", Markup.Content.Text("Казакстан")), new("TR", Markup.Content.Text("Түркия")),
        new("KR", Markup.Content.Text("Түштүк Корея")), new("DE", Markup.Content.Text("Германия")),
    ];

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment()) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var errors = new FieldErrors();
        if (Input.Topics.Count == 0) errors.Add("Topics", "Choose at least one topic.");
        if (string.IsNullOrWhiteSpace(Input.Family)) errors.Add("Family", "Write the family name, or “unknown”.");
        if (Input.Channel == Channel.None) errors.Add("Channel", "Choose how she reached you.");
        return errors.Any ? this.Refuse(errors.ToError(), texts) : RedirectToPage();
    }

    public sealed record Sample
    {
        public string? Who { get; set; }

        public Guid? Person { get; set; }

        public string? Family { get; set; }

        [AsksFor(AskedDay.Birth)]
        public PartialDate? Born { get; set; }

        [AsksFor(AskedDay.Ahead)]
        public DateOnly? CallBack { get; set; }

        public Channel Channel { get; set; }

        public List<string> Topics { get; set; } = [];

        public string? Country { get; set; }

        public string? Advice { get; set; }

        public int? Minutes { get; set; }

        public bool Consent { get; set; }
    }
}
