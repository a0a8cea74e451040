using Microsoft.AspNetCore.Mvc.Filters;
using Turna.Data;
using Turna.Kernel;

namespace Turna.Web.Hosting;

/// <summary>Reads the operation id that every form carries, so that the same form sent twice is one write.</summary>
internal sealed class OperationFilter(TurnaDb db, Visitor visitor) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        // Before somebody is signed in nothing is answered twice: such an answer may be a secret.
        if (visitor.Known is { } member) db.OperationScope = $"{member.Member} {context.ActionDescriptor.ViewEnginePath} {context.HandlerMethod?.Name}";
        if (visitor.Known is not null && HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            // A form that the page sent because the session ended arrives here on its way to the sign-out, which must not use up its operation.
            if (!form.ContainsKey(InterruptedForm.Ended) && Guid.TryParse(form[FormFields.Operation], out var operation)) db.Operation = new OperationId(operation);
            // A text that was kept while she was signed out is shown again in its form before anything is saved.
            if (form.ContainsKey(InterruptedForm.Mark)) db.Hold = InterruptedForm.Notice;
        }

        await next();
    }
}
